import type { CollectionAccess } from '@hongxin/plugin-foundation';
import { YEAR_FEEDBACKS } from '../constants';

const SERVER_FIELDS = [
  'year',
  'subject',
  'subjectKey',
  'subjectName',
  'registration',
  'registrationId',
  'unitRegistration',
  'unitRegistrationId',
  'person',
  'personId',
  'unit',
  'unitId',
  'owner',
  'ownerId',
  'unitLiaison',
  'unitLiaisonId',
  'area',
  'areaId',
  'hours',
  'minutes',
  'times',
  'claimsServed',
  'total',
  'grade',
  'figures',
  'communityPoints',
  'bonusPoints',
  'communityComment',
  'isOnLeave',
  'isFalsified',
  'unitOpinion',
  'signature',
  'isSignedFor',
  'signedAt',
  'objection',
  'confirmPending',
  'issuedAt',
  'issuedTo',
];

/** Members and units have their own feedbacks, officials those of their area. */
export const yearFeedbackAccess: CollectionAccess = {
  collection: YEAR_FEEDBACKS,
  ownerField: 'ownerId',
  labelFields: ['year', 'subjectName', 'state'],
  serverFields: SERVER_FIELDS,
  // as long as the registrations they are about
  retentionMonths: 36,
  grants: {
    'hx-city': { reach: 'all', export: true, transition: true },
    'hx-official': { reach: 'area', export: true, transition: true },
    'hx-unit': { reach: 'own', ownerField: 'unitLiaisonId', export: true, transition: true },
    'hx-member': { reach: 'own', hidden: ['isFalsified'], transition: true },
  },
};
