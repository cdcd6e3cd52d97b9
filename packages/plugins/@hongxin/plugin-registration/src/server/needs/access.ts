import type { CollectionAccess } from '@hongxin/plugin-foundation';
import { NEEDS } from '../constants';

const NEED_FIELDS = [
  'title',
  'serviceClass',
  'description',
  'area',
  'peopleWanted',
  'skills',
  'times',
  'wantedBy',
  'source',
  'contactName',
  'contactPhone',
];
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
const NEED_SERVER_FIELDS = [
  'year',
  'owner',
  'ownerId',
  'trackingHash',
  'reviewer',
  'reviewerId',
  'reviewOpinion',
  'result',
  'satisfaction',
  'ratingComment',
  'closedAt',
  'projects',
  'servicePosts',
];
const PUBLISHED = ['published', 'claimed', 'inProgress', 'awaitingRating', 'closed'];

/** Residents have what they raised, units what has been published, officials what lies in their area. */
export const needAccess: CollectionAccess = {
  collection: NEEDS,
  ownerField: 'ownerId',
  labelFields: ['number', 'title', 'state'],
  personalFields: { contactName: 'name', contactPhone: 'phone' },
  serverFields: NEED_SERVER_FIELDS,
  // default: who raised a need is forgotten two years after it was closed
  retentionMonths: 24,
  grants: {
    'hx-city': { reach: 'all', hidden: ['trackingHash'], export: true },
    'hx-official': {
      reach: 'area',
      hidden: ['trackingHash'],
      create: NEED_FIELDS,
      update: NEED_FIELDS,
      export: true,
      import: true,
      transition: true,
      reveal: ['contactName', 'contactPhone'],
    },
    'hx-unit': { reach: 'all', only: { state: { $in: PUBLISHED } }, view: NEED_PUBLIC },
    'hx-member': { reach: 'all', only: { state: { $in: PUBLISHED } }, view: NEED_PUBLIC },
    'hx-resident': {
      reach: 'own',
      hidden: ['trackingHash', 'reviewer', 'reviewerId'],
      create: RAISED_FIELDS,
      update: RAISED_FIELDS,
      transition: true,
    },
  },
};

/** Digests the public page counts by; nobody's to read. */
export const attemptAccess: CollectionAccess = {
  collection: 'hxPublicAttempts',
  scope: 'internal',
  areaField: null,
  labelFields: [],
  retentionMonths: 1,
  grants: {},
};
