import type { CollectionAccess } from '@hongxin/plugin-foundation';
import { STEPS } from './rows';

/** What runs and tasks have in common; no door leads here. */
export const stepAccess: CollectionAccess = {
  collection: STEPS,
  scope: 'internal',
  areaField: null,
  labelFields: ['title'],
  retentionMonths: null,
  grants: {},
};
