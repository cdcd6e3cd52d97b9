import type { Transaction } from '@nocobase/database';
import type { ReviewTools } from './tools';

const known = new WeakMap<Transaction, Map<number, string>>();

/** Names of accounts by their keys; within a transaction each is read once. */
export async function peopleOf(
  { db }: Pick<ReviewTools, 'db'>,
  ids: readonly (number | null)[],
  transaction?: Transaction,
): Promise<Map<number, string>> {
  const names = (transaction && known.get(transaction)) ?? new Map<number, string>();
  if (transaction) known.set(transaction, names);
  const wanted = [...new Set(ids.filter((id): id is number => id !== null && !names.has(id)))];
  if (wanted.length === 0) return names;
  const users = await db
    .getModel('users')
    .findAll({ attributes: ['id', 'nickname', 'username'], where: { id: wanted }, transaction });
  for (const user of users)
    names.set(Number(user.get('id')), String(user.get('nickname') ?? user.get('username') ?? ''));
  return names;
}
