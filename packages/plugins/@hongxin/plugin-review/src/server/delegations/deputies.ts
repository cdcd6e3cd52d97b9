import { chinaDay, startOfChinaDay } from '@hongxin/rules/mechanism';
import type { Model, Transaction } from '@nocobase/database';
import { DELEGATIONS } from '../../shared/constants';
import type { ReviewTools } from '../steps/tools';
import { decidersAmong, isDecider } from './deciders';

/** Midnight of the city's day. */
export const startOfToday = (now: Date): Date => startOfChinaDay(chinaDay(now));

/** The people for whom a user may decide now, and in which processes; no processes: in all. */
export interface Mandate {
  userId: number;
  processes: string[];
}

function inForce(now: Date): Record<string, unknown> {
  const today = chinaDay(now);
  return { state: 'active', startsOn: { $lte: today }, $or: [{ endsOn: null }, { endsOn: { $gte: today } }] };
}

/** Whom a user may stand in for today: nobody, without a deciding role of one's own. */
export async function mandatesOf(
  tools: Pick<ReviewTools, 'db' | 'assignees' | 'clock'>,
  deputyId: number,
  transaction?: Transaction,
): Promise<Mandate[]> {
  const rows: Model[] = await tools.db
    .getRepository(DELEGATIONS)
    .find({ filter: { deputyId, ...inForce(tools.clock.now()) }, transaction });
  if (rows.length === 0 || !(await isDecider(tools, deputyId, transaction))) return [];
  return rows.map((row) => ({
    userId: Number(row.get('userId')),
    processes: (row.get('processes') as string[] | null) ?? [],
  }));
}

/** Whether one of the mandates covers a task of this holder in this process. */
export function covers(mandates: readonly Mandate[], holderId: number | null, processKey: string | null): boolean {
  return mandates.some(
    ({ userId, processes }) =>
      userId === holderId && (processes.length === 0 || (processKey !== null && processes.includes(processKey))),
  );
}

/** Who stands in for a holder today. */
export async function deputiesOf(
  tools: Pick<ReviewTools, 'db' | 'assignees'>,
  holderId: number,
  processKey: string | null,
  now: Date,
): Promise<number[]> {
  const filter = { userId: holderId, ...inForce(now) };
  const rows: Model[] = await tools.db.getRepository(DELEGATIONS).find({ filter });
  const named = rows
    .filter((row) => {
      const processes = (row.get('processes') as string[] | null) ?? [];
      return processes.length === 0 || (processKey !== null && processes.includes(processKey));
    })
    .map((row) => Number(row.get('deputyId')));
  return named.length > 0 ? (await decidersAmong(tools, { id: { $in: named } })).map(({ id }) => id) : [];
}
