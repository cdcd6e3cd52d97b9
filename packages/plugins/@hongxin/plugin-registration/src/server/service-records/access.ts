import type { AccessDeclaration } from '@hongxin/plugin-foundation';
import { SERVICE_RECORDS } from '../constants';

/** Members have their own hours, hosts those served in their area. */
export const serviceRecordAccess: AccessDeclaration = {
  collection: SERVICE_RECORDS,
  ownerField: 'ownerId',
  labelFields: ['state', 'memberName', 'startsAt', 'endsAt', 'minutes'],
  retentionMonths: 60,
  grants: {
    'hx-city': { reach: 'all', export: true },
    'hx-official': {
      reach: 'area',
      create: true,
      update: ['content'],
      export: true,
      transition: true,
    },
    'hx-member': { reach: 'own', create: { except: ['reverses'] }, update: ['content'] },
  },
};
