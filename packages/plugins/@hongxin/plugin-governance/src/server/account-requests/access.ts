import type { CollectionAccess } from '@hongxin/plugin-foundation';

const REQUEST_SECRETS = ['codeHash'];

/** Requests of a place are for those in charge of it. */
export const accountRequestAccess: CollectionAccess = {
  collection: 'hxAccountRequests',
  ownerField: 'ownerId',
  labelFields: ['organizationName'],
  personalFields: { phone: 'phone' },
  anonymize: ['applicantName'],
  // default: a year after the decision
  retentionMonths: 12,
  grants: {
    'hx-city': { reach: 'all', hidden: REQUEST_SECRETS, export: true, transition: true, reveal: ['phone'] },
    'hx-official': { reach: 'area', hidden: REQUEST_SECRETS, transition: true, reveal: ['phone'] },
  },
};
