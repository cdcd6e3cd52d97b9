import type { LocalizedText } from '@hongxin/rules';

export const ACCOUNT_REASONS: Readonly<Record<string, LocalizedText>> = {
  SIGN_IN_LOCKED: {
    zh: '登录失败次数过多，请{{minutes}}分钟后再试，或联系管理员解除锁定。',
    en: 'Too many failed sign-ins: try again in {{minutes}} minutes, or ask an administrator to unlock the account.',
  },
  LOCK_OUT_INVALID: {
    zh: '登录锁定设置无效：账号失败次数3—1000、地址失败次数3—100000、计数与锁定时长1—1440分钟，均为整数。',
    en: 'The lock-out setting is not valid: 3–1000 failures per account, 3–100000 per address, 1–1440 minutes, whole numbers.',
  },
};
