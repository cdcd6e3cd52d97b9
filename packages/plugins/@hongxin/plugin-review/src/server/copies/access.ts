import type { CollectionAccess } from '@hongxin/plugin-foundation';
import { COPIES } from '../../shared/constants';

/** Written by the server alone; people reach their own through the task centre. */
export const copyAccess: CollectionAccess = {
  collection: COPIES,
  areaField: null,
  ownerField: 'userId',
  labelFields: ['title'],
  writtenByServer: true,
  retentionMonths: 36,
  grants: {},
};
