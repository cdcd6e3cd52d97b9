import type { CollectionAccess } from '@hongxin/plugin-foundation';
import { YEAR_FEEDBACKS, YEAR_TARGETS } from '../constants';

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

const TARGET_FIELDS = ['year', 'subject', 'area', 'hours', 'times', 'claims', 'note'];

/** Members see their own, liaisons those of their unit, officials those of their area. */
export const FEEDBACK_ACCESS: readonly CollectionAccess[] = [
  {
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
  },
  {
    // what is asked of whom is no secret; who sets it is the city
    collection: YEAR_TARGETS,
    scope: 'public',
    labelFields: ['year', 'subject'],
    importKeys: [['year', 'subject', 'area']],
    traced: true,
    retentionMonths: null,
    grants: {
      'hx-city': {
        reach: 'all',
        create: TARGET_FIELDS,
        update: TARGET_FIELDS,
        destroy: true,
        import: true,
        export: true,
      },
      'hx-official': { reach: 'all' },
      'hx-unit': { reach: 'all' },
      'hx-member': { reach: 'all' },
    },
  },
];
