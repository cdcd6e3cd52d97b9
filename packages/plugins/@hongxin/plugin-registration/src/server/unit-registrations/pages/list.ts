/** What the lists of units' registrations share, and the liaison's form. */
import type { ListOptions } from '@hongxin/plugin-foundation';
import hxUnitRegistrations from '../collection';
import { unitRegistration } from '../process';

const SUPPORT = { key: 'support', title: '服务队与支持', fields: ['serviceTeam', 'contributions', 'contributionNote'] };
const CONTACT = { key: 'contact', title: '联系人', fields: ['contactName', 'contactPhone'] };

export const UNIT_FORM = [{ key: 'unit', title: '报到单位', fields: ['unit', 'targetArea'] }, SUPPORT, CONTACT];

/** The popup of one shows its receipt, which has its history. */
export const unitRegistrations = {
  collection: hxUnitRegistrations,
  process: unitRegistration,
  details: [
    { key: 'registration', title: '报到', fields: ['number', 'state', 'unit', 'area', 'organization', 'registeredOn'] },
    SUPPORT,
    CONTACT,
    { key: 'opinions', title: '意见', fields: ['communityOpinion', 'leaveReason', 'transferToArea'] },
  ],
  below: 'HxRegistrationReceiptBlockModel',
} satisfies ListOptions;
