import type { APIClientLike } from '@nocobase/flow-engine';
import type { Credentials } from '../requests/join';

/** Signs in with a user name and a password, and keeps the session. */
export const signInWith =
  ({ auth }: Pick<APIClientLike, 'auth'>) =>
  ({ username, password }: Credentials): Promise<unknown> =>
    auth.signIn({ account: username, password }, 'basic');
