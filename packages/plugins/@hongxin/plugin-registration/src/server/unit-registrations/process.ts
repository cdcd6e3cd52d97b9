import { defineProcess, type Party } from '@hongxin/rules/mechanism';
import { UNIT_REGISTRATIONS } from '../constants';
import { leaveIsExplained } from '../members/submission';
import { unitRegistrationIsComplete } from './submission';

/** Those in charge of the community, and of the street above it. */
const COMMUNITY: Party = { role: 'hx-official', level: ['community', 'street'] };
/** Balances the load of communities. */
const CITY: Party = { role: 'hx-city' };
/** Workflows move records as the system; every step stays open to them. */
const SYSTEM: Party = 'system';

/** A unit registers with a community (domain §2 双报到); as its liaison does it, nobody has to confirm. */
export const unitRegistration = defineProcess({
  key: 'unitRegistration',
  title: { zh: '单位报到', en: 'Unit registration' },
  collection: UNIT_REGISTRATIONS,
  stateField: 'state',
  initial: 'draft',
  states: {
    draft: { label: { zh: '草稿', en: 'Draft' }, color: 'default' },
    submitted: { label: { zh: '已提交', en: 'Submitted' }, color: 'blue' },
    accepted: { label: { zh: '社区已接收', en: 'Accepted' }, color: 'green' },
    onRoll: { label: { zh: '在册', en: 'On the roll' }, color: 'red' },
    returned: { label: { zh: '已退回', en: 'Returned' }, color: 'orange', side: true },
    transferred: { label: { zh: '已转出', en: 'Transferred' }, color: 'purple', side: true, final: true },
    cancelled: { label: { zh: '已注销', en: 'Cancelled' }, color: 'default', side: true, final: true },
  },
  transitions: {
    submit: {
      label: { zh: '提交报到', en: 'Submit' },
      from: ['draft', 'returned'],
      to: 'submitted',
      by: ['owner', SYSTEM],
      opinion: 'none',
      guard: unitRegistrationIsComplete,
      appearance: 'primary',
    },
    accept: {
      label: { zh: '接收报到', en: 'Accept' },
      from: ['submitted'],
      to: 'accepted',
      by: [COMMUNITY, SYSTEM],
      appearance: 'primary',
    },
    enroll: {
      label: { zh: '编入在册', en: 'Enter on the roll' },
      from: ['accepted'],
      to: 'onRoll',
      by: [COMMUNITY, SYSTEM],
      appearance: 'primary',
    },
    return: {
      label: { zh: '退回补正', en: 'Return' },
      from: ['submitted'],
      to: 'returned',
      by: [COMMUNITY, SYSTEM],
      opinion: 'required',
    },
    transfer: {
      label: { zh: '调往其他社区', en: 'Move to another community' },
      from: ['accepted', 'onRoll'],
      to: 'transferred',
      by: [COMMUNITY, CITY, SYSTEM],
      requires: ['transferToAreaId'],
      fields: ['transferToAreaId', 'leaveReason'],
      confirm: {
        zh: '转出后本社区不再在册，转入社区会收到这份报到。确定转出吗？',
        en: 'The unit leaves this roll and the receiving community gets the registration. Move it now?',
      },
    },
    cancel: {
      label: { zh: '注销报到', en: 'Cancel' },
      from: ['draft', 'submitted', 'accepted', 'onRoll', 'returned'],
      to: 'cancelled',
      by: ['owner', COMMUNITY, SYSTEM],
      opinion: 'required',
      fields: ['leaveReason'],
      guard: leaveIsExplained,
      appearance: 'danger',
      confirm: {
        zh: '注销后不能恢复，需要时重新报到。确定注销吗？',
        en: 'A cancelled registration cannot be revived; register anew if needed. Cancel it now?',
      },
    },
  },
});
