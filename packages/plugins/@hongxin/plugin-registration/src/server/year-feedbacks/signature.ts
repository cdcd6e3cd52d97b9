import type { Scope } from '@hongxin/plugin-foundation';
import type { Transaction } from '@nocobase/database';

const known = new WeakMap<Transaction, Map<number, Promise<string | null>>>();

/** How an account signs: its name. Who signs a year's feedbacks all at once is asked for it once. */
export function signatureOf(userId: number, scope: Scope & { transaction: Transaction }): Promise<string | null> {
  const inside = known.get(scope.transaction) ?? new Map<number, Promise<string | null>>();
  known.set(scope.transaction, inside);
  const signature = inside.get(userId) ?? read(userId, scope);
  inside.set(userId, signature);
  return signature;
}

async function read(userId: number, { db, transaction }: Scope): Promise<string | null> {
  const user = await db.getRepository('users').findOne({ filterByTk: userId, fields: ['nickname'], transaction });
  return user ? String(user.get('nickname')) : null;
}
