import type { CollectionAccess } from '@hongxin/plugin-foundation';
import { DELEGATIONS } from '../../shared/constants';

/** Written by the server alone; people reach their own through the task centre. */
export const delegationAccess: CollectionAccess = {
  collection: DELEGATIONS,
  areaField: null,
  ownerField: 'userId',
  labelFields: ['startsOn', 'endsOn'],
  writtenByServer: true,
  retentionMonths: 36,
  grants: {},
};
