import type { Context } from '@nocobase/actions';
import { refuse } from '../errors';
import { body, readBody } from '../own-actions/body';

/** What of a sign-in may name the account; NocoBase looks an `email` up before an `account`. */
const NAMES = ['account', 'email', 'username', 'phone'] as const;
const NAME_MAX = 255;
const PASSWORD_MAX = 1000;

const credential = (zh: string, en: string, max: number) =>
  body.otherwise(body.text({ zh, en }, max), () => ({ code: 'CREDENTIAL_NOT_TEXT' }));

/** All that the host's own actions take of an account or a password, some of it under two names. */
const CREDENTIALS = {
  account: credential('账号', 'Account', NAME_MAX),
  email: credential('邮箱', 'e-mail', NAME_MAX),
  username: credential('用户名', 'user name', NAME_MAX),
  phone: credential('手机号码', 'phone', NAME_MAX),
  password: credential('密码', 'password', PASSWORD_MAX),
  oldPassword: credential('原密码', 'old password', PASSWORD_MAX),
  newPassword: credential('新密码', 'new password', PASSWORD_MAX),
  confirmPassword: credential('确认密码', 'password again', PASSWORD_MAX),
  confirm_password: credential('确认密码', 'password again', PASSWORD_MAX),
  resetToken: credential('重置密码的链接', 'link to a new password', PASSWORD_MAX),
  baseURL: credential('页面地址', 'address of the page', PASSWORD_MAX),
};

/** What a request brings, as NocoBase's own action will read it. */
export const valuesOf = (ctx: Context): Record<string, unknown> =>
  (ctx.action.params.values ?? {}) as Record<string, unknown>;

/**
 * Everything that is written of an account or a password is a text: anything else becomes an operator of the database, and
 * finds other accounts than the one that is counted.
 * @throws Refusal 400
 */
export function requireTexts(values: Record<string, unknown>, names: readonly (keyof typeof CREDENTIALS)[]): void {
  // what is not there, the host says itself
  const given = names.filter((name) => values[name] !== undefined && values[name] !== '');
  readBody(values, Object.fromEntries(given.map((name) => [name, CREDENTIALS[name]])));
}

/**
 * Reads who wants to sign in, and leaves one name for NocoBase to look for.
 * @returns every name that was given
 * @throws Refusal 400 where a name or the password is no text
 */
export function namesOf(ctx: Context): string[] {
  const values = valuesOf(ctx);
  requireTexts(values, [...NAMES, 'password']);
  const names = NAMES.map((field) => values[field]).filter((each): each is string => !!each);
  const isByPassword = Boolean(values.account || values.email);
  if (isByPassword && typeof values.password !== 'string') throw refuse(400, 'CREDENTIAL_NOT_TEXT', {}, 'password');
  // who gives both would be counted under one and signed in under the other
  if (values.account) delete values.email;
  return names;
}
