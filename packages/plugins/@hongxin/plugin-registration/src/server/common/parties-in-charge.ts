import type { Party } from '@hongxin/rules/mechanism';

/** Those in charge of the community, and of the street above it. */
export const COMMUNITY = { role: 'hx-official', level: ['community', 'street'] } as const satisfies Party;
/** Who holds an activity: the estate's branch, the community, the street. */
export const HOST: Party = { role: 'hx-official', level: ['estate', 'community', 'street'] };
/** Workflows and other processes move records as the system. */
export const SYSTEM: Party = 'system';
