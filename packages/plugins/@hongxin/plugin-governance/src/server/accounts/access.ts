import type { CollectionAccess } from '@hongxin/plugin-foundation';

const REQUEST_SECRETS = ['codeHash'];
const INVITATION_SECRETS = ['tokenHash'];

/** Requests and invitations of a place are for those in charge of it. */
export const ACCOUNT_ACCESS: readonly CollectionAccess[] = [
  {
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
  },
  {
    collection: 'hxInvitations',
    labelFields: ['name'],
    // default: a year after it was issued
    retentionMonths: 12,
    anonymize: ['name'],
    grants: {
      'hx-city': { reach: 'all', hidden: INVITATION_SECRETS },
      'hx-official': { reach: 'area', hidden: INVITATION_SECRETS },
    },
  },
];
