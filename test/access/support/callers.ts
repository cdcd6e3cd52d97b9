/** Everybody the matrix asks as. */
import { app, Client, signedOut } from '../../server/harness';
import { nextId, nextMark, nextPhone } from './values';

export interface Caller {
  name: string;
  client: Client;
  userId: number | null;
  /** Roles in force. */
  roles: readonly string[];
  /** Digits of the areas where a current post gives a role. */
  areas: Readonly<Record<string, readonly string[]>>;
}

export interface Account {
  id: number;
  nickname: string;
  email: string;
  phone: string;
}

const PASSWORD = 'Password-1';

/** Makes a user; what names them is unique and recognisable. */
export async function makeUser(roles: readonly string[]): Promise<Account> {
  const account = { id: nextId(), nickname: nextMark(), email: `${nextMark()}@example.test`, phone: nextPhone() };
  await app()
    .db.getRepository('users')
    .create({
      values: { ...account, username: account.nickname, password: PASSWORD, roles: roles.map((name) => ({ name })) },
    });
  return account;
}

export async function signIn(account: Account, role: string | null): Promise<Client> {
  const answer = await signedOut().post<{ token: string }>('auth:signIn', {
    account: account.nickname,
    password: PASSWORD,
  });
  if (answer.status !== 200) throw new Error(`sign-in failed: ${JSON.stringify(answer.body)}`);
  return new Client(answer.body.data.token, role, account.id);
}

export const nobody = (): Caller => ({
  name: 'signed out',
  client: signedOut(),
  userId: null,
  roles: [],
  areas: {},
});
