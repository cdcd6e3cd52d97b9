import type { LocalizedText } from '@hongxin/rules/mechanism';

export const ACCOUNT_REASONS: Readonly<Record<string, LocalizedText>> = {
  SIGN_IN_LOCKED: {
    zh: '登录失败次数过多，请{{minutes}}分钟后再试，或联系管理员解除锁定。',
    en: 'Too many failed sign-ins: try again in {{minutes}} minutes, or ask an administrator to unlock the account.',
  },
  CREDENTIAL_NOT_TEXT: {
    zh: '账号、邮箱、用户名和密码须为文本，且不能过长，请重新填写。',
    en: 'Account, e-mail, user name and password are texts, and not too long; fill them in again.',
  },
  ACCOUNT_PASSWORD_WEAK: {
    zh: '密码须为10—200个字符，包含字母和数字，且不能与用户名、邮箱或手机号相同，请换一个。',
    en: 'A password has 10–200 characters, letters and digits among them, and is not the user name, e-mail or phone number; choose another.',
  },
  PASSWORD_RESET_CLOSED: {
    zh: '未开放自助找回密码，请联系管理员重置。',
    en: 'Passwords cannot be reset here; ask an administrator.',
  },
  LOCK_OUT_INVALID: {
    zh: '登录锁定设置无效：账号失败次数3—1000、地址失败次数3—100000、计数与锁定时长1—1440分钟，均为整数。',
    en: 'The lock-out setting is not valid: 3–1000 failures per account, 3–100000 per address, 1–1440 minutes, whole numbers.',
  },
};
