import type { CollectionAccess } from '@hongxin/plugin-foundation';
import { MEMBER_REGISTRATIONS } from '../constants';

/** What the member fills in. */
const MEMBER_FIELDS = [
  'personName',
  'phone',
  'unit',
  'position',
  'homeArea',
  'doorNumber',
  'identityNumber',
  'skills',
  'serviceIntentions',
  'availableTimes',
  'consentVersion',
];
const SERVER_FIELDS = [
  'year',
  'identityHash',
  'person',
  'personId',
  'owner',
  'ownerId',
  'unitLiaison',
  'unitLiaisonId',
  'area',
  'areaId',
  'organization',
  'organizationId',
  'consentAt',
  'unitOpinion',
  'communityOpinion',
  'receiptNumber',
  'receiptAt',
  'receiptToken',
  'acceptedBy',
  'acceptedById',
  'leaveReason',
  'transferToArea',
  'transferToAreaId',
  'transferredFrom',
  'transferredFromId',
];

/** Members have their own registrations, liaisons those of their unit's members, officials those of their area. */
export const memberAccess: CollectionAccess = {
  collection: MEMBER_REGISTRATIONS,
  ownerField: 'ownerId',
  labelFields: ['number', 'personName', 'state'],
  personalFields: { phone: 'phone', doorNumber: 'doorNumber', identityNumber: 'idNumber' },
  anonymize: ['identityHash', 'personName', 'position', 'ownerId', 'personId'],
  serverFields: SERVER_FIELDS,
  // told in the privacy notice: on the roll, and three years after
  retentionMonths: 36,
  grants: {
    'hx-city': {
      reach: 'all',
      hidden: ['identityHash'],
      export: true,
      transition: true,
      reveal: ['phone', 'doorNumber'],
    },
    'hx-official': {
      reach: 'area',
      hidden: ['identityHash'],
      export: true,
      transition: true,
      reveal: ['phone', 'doorNumber'],
    },
    // the employer confirms who works there, and need not know where they live to the door
    'hx-unit': {
      reach: 'own',
      ownerField: 'unitLiaisonId',
      hidden: ['doorNumber', 'identityNumber', 'identityHash'],
      clearOwn: false,
      transition: true,
      reveal: ['phone'],
    },
    'hx-member': {
      reach: 'own',
      hidden: ['identityHash'],
      create: MEMBER_FIELDS,
      update: MEMBER_FIELDS,
      destroy: true,
      transition: true,
    },
  },
};
