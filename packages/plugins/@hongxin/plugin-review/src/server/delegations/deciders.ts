import { applicationOf, foundationOf, ownRolesInCharge } from '@hongxin/plugin-foundation';
import type { Model, Transaction } from '@nocobase/database';
import { TASKS } from '../../shared/constants';
import type { ReviewTools } from '../steps/tools';

/**
 * Who themselves decides for the city, a place or a unit may be named a deputy [default]: the roles that are declared to decide,
 * and what administrators have made with the right to change states of others' records. That experts, evaluators and liaisons
 * decide and members do not is about the roles as such: by their rights each has what is their own.
 */
function decidingRoles(db: Tools['db']): string[] {
  const app = applicationOf(db);
  const { roles } = foundationOf(app).access;
  return [...roles.names().filter((name) => roles.of(name).decides), 'admin', 'root', ...ownRolesInCharge(app)];
}

type Tools = Pick<ReviewTools, 'db' | 'assignees'>;

export interface Decider {
  id: number;
  nickname: string;
}

/** Accounts with a deciding role, without those who had it by a post that has ended; by name. */
export async function decidersAmong(
  { db, assignees }: Tools,
  filter: Record<string, unknown>,
  { limit, transaction }: { limit?: number; transaction?: Transaction } = {},
): Promise<Decider[]> {
  const people: Model[] = await db.getRepository('users').find({
    filter: { $and: [{ roles: { name: { $in: decidingRoles(db) } } }, filter] },
    fields: ['id', 'nickname'],
    sort: ['nickname', 'id'],
    ...(limit === undefined ? {} : { limit }),
    transaction,
  });
  const ids = people.map((person) => Number(person.get('id')));
  const byPost = new Set(await decidingByPostOnly(db, ids, transaction));
  const left = new Set(byPost.size > 0 ? ((await assignees.office?.leftOf([...byPost], transaction)) ?? []) : []);
  return people
    .map((person) => ({ id: Number(person.get('id')), nickname: String(person.get('nickname') ?? '') }))
    .filter(({ id }) => !left.has(id));
}

async function decidingByPostOnly(
  db: Tools['db'],
  ids: readonly number[],
  transaction?: Transaction,
): Promise<number[]> {
  if (ids.length === 0) return [];
  const where = { userId: [...ids], roleName: decidingRoles(db) };
  const rows = await db.getModel('rolesUsers').findAll({ where, transaction });
  const { roles } = foundationOf(applicationOf(db)).access;
  const isByPost = (name: string): boolean => roles.has(name) && Boolean(roles.of(name).byPost);
  const others = new Set(
    rows.filter((row) => !isByPost(String(row.get('roleName')))).map((row) => Number(row.get('userId'))),
  );
  return ids.filter((id) => !others.has(id));
}

/** Whether an account may stand in for others at all. */
export async function isDecider(tools: Tools, userId: number, transaction?: Transaction): Promise<boolean> {
  return (await decidersAmong(tools, { id: userId }, { transaction })).length > 0;
}

/** Whether somebody has anything to hand over: a deciding role of their own, or a task. */
export async function hasToDecide(tools: Tools, userId: number): Promise<boolean> {
  if (await isDecider(tools, userId)) return true;
  const filter = { userId, state: ['pending', 'waiting'] };
  return (await tools.db.getRepository(TASKS).count({ filter })) > 0;
}
