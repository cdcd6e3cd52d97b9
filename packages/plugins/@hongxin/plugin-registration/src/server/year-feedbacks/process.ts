import { defineProcess, type Party } from '@hongxin/rules/mechanism';
import { YEAR_FEEDBACKS } from '../constants';
import { COMMUNITY, SYSTEM } from '../common/parties-in-charge';

const LIAISON: Party = { relation: 'unitLiaison' };

/** A year's feedback: computed, commented by the community, signed by the unit, open to objection, issued (domain §2). */
export const yearFeedbackProcess = defineProcess({
  key: 'yearFeedback',
  title: { zh: '年度反馈', en: 'Yearly feedback' },
  collection: YEAR_FEEDBACKS,
  stateField: 'state',
  initial: 'computed',
  states: {
    computed: { label: { zh: '待评议', en: 'Computed' }, color: 'orange' },
    commented: { label: { zh: '待单位签收', en: 'Commented' }, color: 'blue' },
    signed: { label: { zh: '单位已签收', en: 'Signed by the unit' }, color: 'cyan' },
    issued: { label: { zh: '已反馈', en: 'Issued' }, color: 'green', final: true },
    objected: { label: { zh: '有异议', en: 'Objected' }, color: 'red', side: true },
  },
  transitions: {
    comment: {
      label: { zh: '社区评议', en: 'Comment' },
      from: ['computed', 'objected'],
      to: 'commented',
      by: [COMMUNITY, SYSTEM],
      requires: ['communityPoints', 'communityComment'],
      fields: ['communityPoints', 'bonusPoints', 'communityComment', 'isOnLeave', 'isFalsified'],
      appearance: 'primary',
    },
    sign: {
      label: { zh: '单位签收', en: 'Sign' },
      from: ['commented'],
      to: 'signed',
      by: [LIAISON, SYSTEM],
      fields: ['unitOpinion'],
      appearance: 'primary',
    },
    signFor: {
      label: { zh: '代无联络员单位签收', en: 'Sign for a unit without liaison' },
      from: ['commented'],
      to: 'signed',
      by: [{ ...COMMUNITY, relation: 'unitHasNoLiaison' }, SYSTEM],
      opinion: 'required',
    },
    object: {
      label: { zh: '提出异议', en: 'Object' },
      from: ['commented', 'signed'],
      to: 'objected',
      by: ['owner', SYSTEM],
      opinion: 'required',
    },
    recompute: {
      label: { zh: '重新计算', en: 'Recompute' },
      from: ['commented', 'signed', 'objected'],
      to: 'computed',
      by: [COMMUNITY, SYSTEM],
      opinion: 'required',
    },
    issue: {
      label: { zh: '正式反馈', en: 'Issue' },
      from: ['signed'],
      to: 'issued',
      by: [COMMUNITY, SYSTEM],
      fields: ['confirmPending'],
      appearance: 'primary',
      confirm: {
        zh: '反馈后本年度的服务记录将锁定，不能再改。确定反馈吗？',
        en: 'Issuing locks the service records of the year for good. Issue it now?',
      },
    },
  },
});
