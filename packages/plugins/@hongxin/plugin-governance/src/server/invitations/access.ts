import type { CollectionAccess } from '@hongxin/plugin-foundation';

const INVITATION_SECRETS = ['tokenHash'];

/** Invitations of a place are for those in charge of it. */
export const invitationAccess: CollectionAccess = {
  collection: 'hxInvitations',
  labelFields: ['name'],
  // default: a year after it was issued
  retentionMonths: 12,
  anonymize: ['name'],
  grants: {
    'hx-city': { reach: 'all', hidden: INVITATION_SECRETS },
    'hx-official': { reach: 'area', hidden: INVITATION_SECRETS },
  },
};
