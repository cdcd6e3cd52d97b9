import type { CollectionAccess } from '@hongxin/plugin-foundation';
import { UNIT_REGISTRATIONS, UNITS } from '../constants';

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

/** What the liaison fills in. */
const REGISTRATION_FIELDS = [
  'unit',
  'targetArea',
  'serviceTeam',
  'contributions',
  'contributionNote',
  'contactName',
  'contactPhone',
];

const SERVER_FIELDS = [
  'year',
  'registeredOn',
  'owner',
  'ownerId',
  'area',
  'areaId',
  'organization',
  'organizationId',
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

/** Liaisons have their own unit, officials those seated in their area. */
export const UNIT_ACCESS: readonly CollectionAccess[] = [
  {
    collection: UNITS,
    ownerField: 'liaisonId',
    labelFields: UNIT_LABELS,
    importKeys: [['creditCode'], ['name', 'area']],
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
  {
    collection: UNIT_REGISTRATIONS,
    ownerField: 'ownerId',
    labelFields: ['number', 'state'],
    personalFields: { contactName: 'name', contactPhone: 'phone' },
    serverFields: SERVER_FIELDS,
    // the contact is a person: kept as long as a member's registration
    retentionMonths: 36,
    grants: {
      'hx-city': { reach: 'all', export: true, transition: true, reveal: ['contactName', 'contactPhone'] },
      'hx-official': { reach: 'area', export: true, transition: true, reveal: ['contactName', 'contactPhone'] },
      'hx-unit': {
        reach: 'own',
        create: REGISTRATION_FIELDS,
        update: REGISTRATION_FIELDS,
        destroy: true,
        transition: true,
      },
    },
  },
];
