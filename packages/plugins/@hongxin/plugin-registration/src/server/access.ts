import type { CollectionAccess } from '@hongxin/plugin-foundation';
import { MEMBER_REGISTRATIONS, UNITS } from './constants';

/** What the member fills in. */
const MEMBER_FIELDS = [
  'personName',
  'phone',
  'unit',
  'position',
  'homeArea',
  'doorNumber',
  'skills',
  'serviceIntentions',
  'availableTimes',
  'consentVersion',
];

const SERVER_FIELDS = [
  'year',
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
  'acceptedBy',
  'acceptedById',
  'leaveReason',
  'transferToArea',
  'transferToAreaId',
  'transferredFrom',
  'transferredFromId',
];

const UNIT_FIELDS = [
  'name',
  'kind',
  'creditCode',
  'superior',
  'partyOrganization',
  'area',
  'address',
  'contactName',
  'contactPhone',
  'memberCount',
];
/** What one needs to choose one's unit, and no more. */
const UNIT_LABELS = ['name', 'kind'];

/** Members have their own registrations, liaisons those of their unit's members, officials those of their area. */
export const ACCESS: readonly CollectionAccess[] = [
  {
    collection: MEMBER_REGISTRATIONS,
    ownerField: 'ownerId',
    labelFields: ['number', 'personName', 'state'],
    personalFields: { phone: 'phone', doorNumber: 'doorNumber' },
    anonymize: ['personName', 'position', 'ownerId', 'personId'],
    serverFields: SERVER_FIELDS,
    // told in the privacy notice: on the roll, and three years after
    retentionMonths: 36,
    grants: {
      'hx-city': { reach: 'all', export: true, transition: true, reveal: ['phone', 'doorNumber'] },
      'hx-official': { reach: 'area', export: true, transition: true, reveal: ['phone', 'doorNumber'] },
      // the employer confirms who works there, and need not know where they live to the door
      'hx-unit': {
        reach: 'own',
        ownerField: 'unitLiaisonId',
        hidden: ['doorNumber'],
        clearOwn: false,
        transition: true,
        reveal: ['phone'],
      },
      'hx-member': {
        reach: 'own',
        create: MEMBER_FIELDS,
        update: MEMBER_FIELDS,
        destroy: true,
        transition: true,
      },
    },
  },
  {
    collection: UNITS,
    ownerField: 'liaisonId',
    labelFields: UNIT_LABELS,
    personalFields: { contactName: 'name', contactPhone: 'phone' },
    retentionMonths: null,
    grants: {
      'hx-city': {
        reach: 'all',
        create: [...UNIT_FIELDS, 'liaison'],
        update: [...UNIT_FIELDS, 'liaison'],
        destroy: true,
        import: true,
        export: true,
        reveal: ['contactName', 'contactPhone'],
      },
      'hx-official': {
        reach: 'area',
        create: [...UNIT_FIELDS, 'liaison'],
        update: [...UNIT_FIELDS, 'liaison'],
        destroy: true,
        import: true,
        export: true,
        reveal: ['contactName', 'contactPhone'],
      },
      'hx-unit': {
        reach: 'own',
        hidden: ['registrations'],
        update: ['superior', 'partyOrganization', 'address', 'contactName', 'contactPhone', 'memberCount'],
      },
      'hx-member': { reach: 'all', view: UNIT_LABELS },
    },
  },
];
