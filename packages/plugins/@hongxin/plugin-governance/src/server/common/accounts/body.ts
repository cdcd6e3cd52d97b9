import { body } from '@hongxin/plugin-foundation';

/** Longest text that the public doors take, in characters [default]. */
const LONGEST = 600;

/** A text that may be left out: what a door needs is told together with everything else that is wrong. */
export const short = (zh: string, en: string) => body.optional(body.text({ zh, en }, LONGEST));

/** With what somebody is going to sign in. */
export const CREDENTIALS = { username: short('账号', 'account'), password: short('密码', 'password') };

export const credentialsIn = ({ username, password }: { username: string | null; password: string | null }) => ({
  username: username ?? '',
  password: password ?? '',
});
