import { defineProcess, type Party } from '@hongxin/rules/mechanism';
import { MEMBER_REGISTRATIONS } from '../constants';
import { leaveIsExplained, registrationIsComplete } from './submission';

/** Those in charge of the community, and of the street above it. */
const COMMUNITY: Party = { role: 'hx-official', level: ['community', 'street'] };
const LIAISON: Party = { relation: 'unitLiaison' };
/** Workflows move records as the system; every step stays open to them. */
const SYSTEM: Party = 'system';

/** An in-service member registers with the community they live in (domain §2 双报到). */
export const memberRegistration = defineProcess({
  key: 'memberRegistration',
  title: { zh: '党员报到', en: 'Member registration' },
  collection: MEMBER_REGISTRATIONS,
  stateField: 'state',
  initial: 'draft',
  states: {
    draft: { label: { zh: '草稿', en: 'Draft' }, color: 'default' },
    submitted: { label: { zh: '已提交', en: 'Submitted' }, color: 'blue' },
    unitConfirmed: { label: { zh: '单位已确认', en: 'Confirmed by the unit' }, color: 'cyan' },
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
      guard: registrationIsComplete,
      appearance: 'primary',
    },
    confirm: {
      label: { zh: '单位确认', en: 'Confirm' },
      from: ['submitted'],
      to: 'unitConfirmed',
      by: [LIAISON, SYSTEM],
      appearance: 'primary',
    },
    accept: {
      label: { zh: '接收报到', en: 'Accept' },
      from: ['submitted', 'unitConfirmed'],
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
      from: ['submitted', 'unitConfirmed'],
      to: 'returned',
      by: [LIAISON, COMMUNITY, SYSTEM],
      opinion: 'required',
    },
    transfer: {
      label: { zh: '转往其他社区', en: 'Transfer' },
      from: ['accepted', 'onRoll'],
      to: 'transferred',
      by: [COMMUNITY, SYSTEM],
      requires: ['transferToAreaId'],
      fields: ['transferToAreaId', 'leaveReason'],
      confirm: {
        zh: '转出后本社区不再在册，转入社区会收到这份报到。确定转出吗？',
        en: 'The member leaves this roll and the receiving community gets the registration. Transfer now?',
      },
    },
    cancel: {
      label: { zh: '注销报到', en: 'Cancel' },
      from: ['draft', 'submitted', 'unitConfirmed', 'accepted', 'onRoll', 'returned'],
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
