import { defineProcess, type Party } from '@hongxin/rules/mechanism';

/** The city, and whoever is in charge of the place of the record. */
const HANDLERS: readonly Party[] = [{ role: 'hx-city' }, { role: 'hx-official' }, 'system'];

/** A person's request about their own data, from asking to the answer [default]. */
export const dataRequestProcess = defineProcess({
  key: 'dataRequest',
  title: { zh: '个人信息请求', en: 'Personal data request' },
  collection: 'hxDataRequests',
  stateField: 'state',
  initial: 'submitted',
  states: {
    submitted: { label: { zh: '已提交', en: 'Submitted' }, color: 'blue' },
    inProgress: { label: { zh: '办理中', en: 'In progress' }, color: 'cyan' },
    granted: { label: { zh: '已办结', en: 'Granted' }, color: 'green', final: true },
    rejected: { label: { zh: '不予办理', en: 'Rejected' }, color: 'orange', side: true, final: true },
    withdrawn: { label: { zh: '已撤回', en: 'Withdrawn' }, color: 'default', side: true, final: true },
  },
  transitions: {
    take: {
      label: { zh: '受理', en: 'Take on' },
      from: ['submitted'],
      to: 'inProgress',
      by: HANDLERS,
      opinion: 'none',
    },
    grant: {
      label: { zh: '同意并办结', en: 'Grant' },
      from: ['submitted', 'inProgress'],
      to: 'granted',
      by: HANDLERS,
      appearance: 'primary',
      confirm: {
        zh: '更正会写入记录，删除会清除记录中的个人信息，均不能撤销。确定办结吗？',
        en: 'A correction is written to the record, a deletion clears its personal data; neither can be undone. Grant it?',
      },
    },
    reject: {
      label: { zh: '不予办理', en: 'Reject' },
      from: ['submitted', 'inProgress'],
      to: 'rejected',
      by: HANDLERS,
      opinion: 'required',
      appearance: 'danger',
    },
    withdraw: {
      label: { zh: '撤回请求', en: 'Withdraw' },
      from: ['submitted', 'inProgress'],
      to: 'withdrawn',
      by: ['owner'],
      opinion: 'none',
    },
  },
});
