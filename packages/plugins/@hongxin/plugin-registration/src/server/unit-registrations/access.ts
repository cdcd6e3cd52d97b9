import type { CollectionAccess } from '@hongxin/plugin-foundation';
import { UNIT_REGISTRATIONS } from '../constants';

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

/** Liaisons have those of their own unit, officials those in their area. */
export const unitRegistrationAccess: CollectionAccess = {
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
};
