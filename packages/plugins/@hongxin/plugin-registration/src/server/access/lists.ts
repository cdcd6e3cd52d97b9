import type { CollectionAccess } from '@hongxin/plugin-foundation';
import { CO_PROJECTS, NEEDS, RESOURCES } from '../constants';

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

const RESOURCE_FIELDS = [
  'title',
  'kind',
  'unit',
  'area',
  'serviceClass',
  'skills',
  'quantity',
  'quantityUnit',
  'availableFrom',
  'availableTo',
  'times',
  'conditions',
];

const PROJECT_FIELDS = [
  'title',
  'need',
  'resource',
  'unit',
  'area',
  'personInCharge',
  'personInChargePhone',
  'measures',
  'startsOn',
  'deadline',
  'headCount',
];
const PROJECT_SERVER_FIELDS = [
  'year',
  'claimedCount',
  'progress',
  'progressNote',
  'effect',
  'satisfaction',
  'ratingComment',
  'owner',
  'ownerId',
  'claimedAt',
  'closedAt',
  'claims',
];

/** Residents have what they raised, units what has been published and their own, officials what lies in their area. */
export const LISTS_ACCESS: readonly CollectionAccess[] = [
  {
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
  },
  {
    collection: RESOURCES,
    ownerField: 'ownerId',
    labelFields: ['number', 'title', 'kind', 'state'],
    serverFields: ['year', 'owner', 'ownerId'],
    retentionMonths: null,
    grants: {
      'hx-city': { reach: 'all', export: true },
      'hx-official': {
        reach: 'area',
        create: RESOURCE_FIELDS,
        update: RESOURCE_FIELDS,
        export: true,
        import: true,
        transition: true,
      },
      'hx-unit': { reach: 'own', create: RESOURCE_FIELDS, update: RESOURCE_FIELDS, transition: true },
    },
  },
  {
    collection: CO_PROJECTS,
    ownerField: 'ownerId',
    labelFields: ['number', 'title', 'state', 'startsOn', 'deadline'],
    personalFields: { personInChargePhone: 'phone' },
    serverFields: PROJECT_SERVER_FIELDS,
    retentionMonths: null,
    grants: {
      'hx-city': { reach: 'all', export: true },
      'hx-official': {
        reach: 'area',
        create: PROJECT_FIELDS,
        update: PROJECT_FIELDS,
        export: true,
        import: true,
        transition: true,
        reveal: ['personInChargePhone'],
      },
      'hx-unit': { reach: 'own', create: PROJECT_FIELDS, update: PROJECT_FIELDS, destroy: true, transition: true },
      // projects that look for people
      'hx-member': {
        reach: 'all',
        only: { state: { $in: ['claimed', 'inProgress'] } },
        hidden: ['personInChargePhone', 'owner', 'ownerId', 'claims'],
      },
    },
  },
  // digests the public page counts by; nobody's to read
  {
    collection: 'hxPublicAttempts',
    scope: 'internal',
    areaField: null,
    labelFields: [],
    retentionMonths: 1,
    grants: {},
  },
];
