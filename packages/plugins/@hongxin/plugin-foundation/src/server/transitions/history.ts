import type { Language, ProcessDefinition } from '@hongxin/rules/mechanism';
import type Database from '@nocobase/database';
import type { Model } from '@nocobase/database';
import { eventLabel, stateLabel } from '../trace/labels';

/** One line of a record's history. */
export interface HistoryEntry {
  id: string;
  transition: string;
  label: string;
  from: string | null;
  fromLabel: string | null;
  to: string | null;
  toLabel: string | null;
  actorId: number | null;
  actorName: string | null;
  onBehalfOfId: number | null;
  onBehalfOfName: string | null;
  opinion: string | null;
  at: string;
  /** The reviewer's task that performed it, if one did. */
  taskId: string | null;
}

const SYSTEM_NAME = { zh: '系统', en: 'System' };

/** The events of a record, newest last. */
export async function historyOf(
  db: Database,
  process: ProcessDefinition | undefined,
  collectionName: string,
  recordId: string,
  language: Language,
): Promise<HistoryEntry[]> {
  const rows: Model[] = await db
    .getRepository('hxEvents')
    .find({ filter: { collectionName, recordId }, sort: ['at', 'id'] });
  const represented = rows.map((row) => row.get('onBehalfOfId')).filter((id) => id !== null);
  const users: Model[] =
    represented.length > 0 ? await db.getRepository('users').find({ filter: { id: { $in: represented } } }) : [];
  const names = new Map(
    users.map((user) => [Number(user.get('id')), String(user.get('nickname') ?? user.get('username'))]),
  );
  return rows.map((row) => {
    const transition = String(row.get('transition'));
    const [from, to] = [row.get('from') as string | null, row.get('to') as string | null];
    const [actorId, onBehalfOfId] = [numberOrNull(row.get('actorId')), numberOrNull(row.get('onBehalfOfId'))];
    return {
      id: String(row.get('id')),
      transition,
      label: eventLabel(process, transition, language),
      from,
      fromLabel: stateLabel(process, from, language),
      to,
      toLabel: stateLabel(process, to, language),
      actorId,
      actorName: actorId === null ? SYSTEM_NAME[language] : (row.get('actorName') as string | null),
      onBehalfOfId,
      onBehalfOfName: onBehalfOfId === null ? null : (names.get(onBehalfOfId) ?? null),
      opinion: row.get('opinion') as string | null,
      at: (row.get('at') as Date).toISOString(),
      taskId: textOrNull((row.get('details') as { taskId?: unknown } | null)?.taskId),
    };
  });
}

function textOrNull(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}

function numberOrNull(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value);
}
