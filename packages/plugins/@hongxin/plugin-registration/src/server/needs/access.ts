import type { AccessDeclaration } from '@hongxin/plugin-foundation';
import { NEEDS } from '../constants';

/** What a resident fills in. */
const RAISED_FIELDS = ['title', 'description', 'area', 'times', 'wantedBy', 'contactName', 'contactPhone'];
/** What units and members see of a need: what is wanted where, not by whom. */
const NEED_PUBLIC = [
  'number',
  'state',
  'title',
  'serviceClass',
  'serviceClassId',
  'description',
  'area',
  'areaId',
  'areaCode',
  'peopleWanted',
  'skills',
  'times',
  'wantedBy',
  'result',
  'satisfaction',
];
const PUBLISHED = ['published', 'claimed', 'inProgress', 'awaitingRating', 'closed'];

/** Residents have what they raised, units what has been published, officials what lies in their area. */
export const needAccess: AccessDeclaration = {
  collection: NEEDS,
  ownerField: 'ownerId',
  labelFields: ['number', 'title', 'state'],
  // default: who raised a need is forgotten two years after it was closed
  retentionMonths: 24,
  grants: {
    'hx-city': { reach: 'all', export: true },
    'hx-official': {
      reach: 'area',
      create: true,
      update: true,
      export: true,
      import: true,
      transition: true,
      reveal: ['contactName', 'contactPhone'],
    },
    'hx-unit': { reach: 'all', only: { state: { $in: PUBLISHED } }, view: NEED_PUBLIC },
    'hx-member': { reach: 'all', only: { state: { $in: PUBLISHED } }, view: NEED_PUBLIC },
    'hx-resident': {
      reach: 'own',
      hidden: ['reviewer', 'reviewerId'],
      create: RAISED_FIELDS,
      update: RAISED_FIELDS,
      transition: true,
    },
  },
};

/** Digests the public page counts by; nobody's to read. */
export const attemptAccess: AccessDeclaration = {
  collection: 'hxPublicAttempts',
  scope: 'internal',
  writtenByServer: true,
  areaField: null,
  labelFields: [],
  retentionMonths: 1,
  grants: {},
};
