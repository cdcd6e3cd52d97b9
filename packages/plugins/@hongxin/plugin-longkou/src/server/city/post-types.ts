import type { AreaLevel } from '@hongxin/rules/mechanism';

/** Post types of plugin-governance the demo city fills, with the usual way and length of office [default]. */
export interface PostPlan {
  level: AreaLevel;
  termYears: number;
  selection: 'elected' | 'appointed' | 'recommended' | 'hired' | 'volunteered';
}

/** Terms: 5 years for community committees, 3 for branches and below (党内任期 as published; default for the others). */
export const POST_PLANS = {
  cityAdministrator: { level: 'city', termYears: 5, selection: 'appointed' },
  streetSecretary: { level: 'street', termYears: 5, selection: 'appointed' },
  communitySecretary: { level: 'community', termYears: 5, selection: 'elected' },
  communityWorker: { level: 'community', termYears: 3, selection: 'hired' },
  estateSecretary: { level: 'estate', termYears: 3, selection: 'elected' },
  gridHead: { level: 'estate', termYears: 3, selection: 'appointed' },
  councilConvener: { level: 'estate', termYears: 3, selection: 'recommended' },
  groupLeader: { level: 'building', termYears: 3, selection: 'elected' },
  steward: { level: 'building', termYears: 2, selection: 'volunteered' },
  buildingHead: { level: 'building', termYears: 3, selection: 'recommended' },
  unitHead: { level: 'unit', termYears: 3, selection: 'recommended' },
} as const satisfies Readonly<Record<string, PostPlan>>;

export type DemoPostType = keyof typeof POST_PLANS;
