import { Refusal } from '@hongxin/plugin-foundation';
import { runAsSystem, type RoleName } from '@hongxin/plugin-foundation';
import { isWeakPassword, type Reason } from '@hongxin/rules/mechanism';
import type { Model, Transaction } from '@nocobase/database';
import type Database from '@nocobase/database';

export interface NewUser {
  username: string;
  password: string;
  nickname: string;
  role: RoleName;
}

/** What keeps a name or a password from being used. */
export function credentialReasons(username: string, password: string): Reason[] {
  const reasons: Reason[] = [];
  if (!/^[A-Za-z0-9._-]{4,32}$/.test(username))
    reasons.push({ code: 'ACCOUNT_NAME_INVALID', params: { field: 'username' }, field: 'username' });
  if (isWeakPassword(password, [username]))
    reasons.push({ code: 'ACCOUNT_PASSWORD_WEAK', params: { field: 'password' }, field: 'password' });
  return reasons;
}

/**
 * Makes an account with one role.
 * @throws Refusal 400 when the name is taken
 */
export async function createUser(db: Database, user: NewUser, transaction: Transaction): Promise<Model> {
  const { username, password, nickname, role } = user;
  // two people who want one name at once: the second sees that it is taken
  await db.sequelize.query(`SELECT pg_advisory_xact_lock(hashtext('hongxin/username'), hashtext(lower(:username)))`, {
    replacements: { username },
    transaction,
  });
  const users = db.getRepository('users');
  if (await users.findOne({ filter: { username: { $eq: username } }, transaction }))
    throw new Refusal(400, [
      { code: 'ACCOUNT_NAME_TAKEN', params: { name: username, field: 'username' }, field: 'username' },
    ]);
  const values = { username, password, nickname, roles: [{ name: role }] };
  return runAsSystem(() => users.create({ values, transaction }));
}
