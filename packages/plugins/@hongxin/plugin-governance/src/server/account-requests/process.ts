import { defineProcess, type Party } from '@hongxin/rules/mechanism';

/** Those in charge of the community or street, and the city [default]. */
const APPROVERS: readonly Party[] = [{ role: 'hx-city' }, { role: 'hx-official', level: ['community', 'street'] }];

/** From asking for an account to having one. */
export const accountRequestProcess = defineProcess({
  key: 'accountRequest',
  title: { zh: '账号申请', en: 'Account request' },
  collection: 'hxAccountRequests',
  stateField: 'state',
  initial: 'submitted',
  states: {
    submitted: { label: { zh: '待审核', en: 'Submitted' }, color: 'blue' },
    approved: { label: { zh: '已通过，待开通', en: 'Approved' }, color: 'cyan' },
    activated: { label: { zh: '已开通', en: 'Activated' }, color: 'green', final: true },
    rejected: { label: { zh: '未通过', en: 'Rejected' }, color: 'orange', side: true, final: true },
  },
  transitions: {
    approve: {
      label: { zh: '通过申请', en: 'Approve' },
      from: ['submitted'],
      to: 'approved',
      by: APPROVERS,
      appearance: 'primary',
      confirm: {
        zh: '请先核实单位和申请人的身份。通过后申请人可凭查询码开通账号。',
        en: 'Check who asks first. Once approved, the applicant opens the account with the code.',
      },
    },
    reject: {
      label: { zh: '不通过', en: 'Reject' },
      from: ['submitted', 'approved'],
      to: 'rejected',
      by: APPROVERS,
      opinion: 'required',
      appearance: 'danger',
    },
    activate: {
      label: { zh: '开通账号', en: 'Activate' },
      from: ['approved'],
      to: 'activated',
      by: ['system'],
      opinion: 'none',
    },
  },
});
