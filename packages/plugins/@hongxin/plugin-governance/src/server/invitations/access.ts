import type { AccessDeclaration } from '@hongxin/plugin-foundation';

/** Invitations of a place are for those in charge of it. */
export const invitationAccess: AccessDeclaration = {
  collection: 'hxInvitations',
  labelFields: ['name'],
  writtenByServer: true,
  // default: a year after it was issued
  retentionMonths: 12,
  anonymize: ['name'],
  grants: {
    'hx-city': { reach: 'all' },
    'hx-official': { reach: 'area' },
  },
};
