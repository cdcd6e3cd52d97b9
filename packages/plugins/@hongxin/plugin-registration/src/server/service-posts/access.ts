import type { AccessDeclaration } from '@hongxin/plugin-foundation';
import { SERVICE_POSTS } from '../constants';

/** Members see open posts, hosts those in their area. */
export const servicePostAccess: AccessDeclaration = {
  collection: SERVICE_POSTS,
  labelFields: ['number', 'title', 'state', 'location', 'startsAt', 'endsAt'],
  retentionMonths: null,
  grants: {
    'hx-city': { reach: 'all', hidden: ['checkInCode'], export: true, reveal: ['contactName', 'contactPhone'] },
    'hx-official': {
      reach: 'area',
      reveal: ['contactName', 'contactPhone'],
      create: true,
      update: true,
      destroy: true,
      export: true,
      transition: true,
    },
    'hx-unit': { reach: 'all', only: { state: { $in: ['open', 'closed'] } }, hidden: ['checkInCode', 'claims'] },
    'hx-member': { reach: 'all', only: { state: { $in: ['open', 'closed'] } }, hidden: ['checkInCode', 'claims'] },
  },
};
