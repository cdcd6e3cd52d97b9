import type { CollectionAccess } from '@hongxin/plugin-foundation';

/** Roles that are in charge of no place: of its records they see what there is to choose from. */
const OUTSIDERS = ['hx-unit', 'hx-member', 'hx-social-org', 'hx-expert', 'hx-evaluator', 'hx-resident'] as const;

/** What everyone with a role of the pack needs to choose a building or an organisation, and no more. */
export function outsidersSee(fields: readonly string[]): CollectionAccess['grants'] {
  return Object.fromEntries(OUTSIDERS.map((role) => [role, { reach: 'all' as const, view: fields }]));
}

/** Links travel with the records they join, and have no door of their own; nor has the pack's bookkeeping. */
export const linkTable = (collection: string): CollectionAccess => ({
  collection,
  scope: 'internal',
  areaField: null,
  labelFields: [],
  retentionMonths: null,
  grants: {},
});
