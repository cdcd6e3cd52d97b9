import type { AccessDeclaration } from '@hongxin/plugin-foundation';

/** Requests of a place are for those in charge of it. */
export const accountRequestAccess: AccessDeclaration = {
  collection: 'hxAccountRequests',
  ownerField: 'ownerId',
  labelFields: ['organizationName'],
  writtenByServer: true,
  anonymize: ['applicantName'],
  // default: a year after the decision
  retentionMonths: 12,
  grants: {
    'hx-city': { reach: 'all', export: true, transition: true, reveal: ['phone'] },
    'hx-official': { reach: 'area', transition: true, reveal: ['phone'] },
  },
};
