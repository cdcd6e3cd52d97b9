import type { LocalizedText } from '@hongxin/rules/mechanism';

export const PRIVACY_REASONS: Readonly<Record<string, LocalizedText>> = {
  REVEAL_LIMIT_REACHED: {
    zh: '您今天已查看原文{{count}}次，达到每日上限{{max}}次；确有需要请联系管理员。',
    en: 'You have revealed {{count}} values today, the limit is {{max}} a day; ask an administrator if you need more.',
  },
  REVEAL_LIMIT_INVALID: {
    zh: '每日查看原文上限应为1—10000的整数。',
    en: 'The daily limit of reveals is a whole number from 1 to 10000.',
  },
  RETENTION_INVALID: {
    zh: '保存期限设置无效：每个数据表的月数应为1—1200的整数。',
    en: 'The retention setting is not valid: months per collection are whole numbers from 1 to 1200.',
  },
  REQUEST_KIND_INVALID: {
    zh: '请选择请求类别：更正或删除。',
    en: 'Choose what you ask for: correction or deletion.',
  },
  REQUEST_RECORD_NOT_YOURS: {
    zh: '没有找到这条关于您的记录，请刷新后重试。',
    en: 'There is no such record about you; reload and try again.',
  },
  REQUEST_FIELD_UNKNOWN: {
    zh: '“{{field}}”不能申请更正，请选择列出的内容。',
    en: '"{{field}}" cannot be corrected this way; choose one of those listed.',
  },
  REQUEST_VALUE_REQUIRED: {
    zh: '请填写更正后的内容。',
    en: 'Say what the value should be.',
  },
  REQUEST_REASON_REQUIRED: {
    zh: '请写明理由，至少{{min}}个字。',
    en: 'Give your reason, in at least {{min}} characters.',
  },
  REQUEST_ALREADY_OPEN: {
    zh: '同样的请求正在办理中，请等待结果或先撤回。',
    en: 'The same request is being handled; wait for the answer or withdraw it first.',
  },
  REQUEST_RECORD_ACTIVE: {
    zh: '该记录仍在办理中（{{state}}），请先注销或办结，再删除其中的个人信息。',
    en: 'The record is still in use ({{state}}); cancel or close it first, then its personal data can be deleted.',
  },
  CONSENT_NOT_FOUND: {
    zh: '没有找到这份同意记录。',
    en: 'There is no such consent of yours.',
  },
  CONSENT_ALREADY_WITHDRAWN: {
    zh: '这份同意已经撤回。',
    en: 'This consent has been withdrawn already.',
  },
};
