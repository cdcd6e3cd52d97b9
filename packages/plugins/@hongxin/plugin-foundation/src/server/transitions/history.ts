import type { Language, ProcessDefinition } from '@hongxin/rules';
import type Database from '@nocobase/database';
import type { Model } from '@nocobase/database';

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

/** Events that are no transitions. */
const OTHER_EVENTS: Readonly<Record<string, { zh: string; en: string }>> = {
  reveal: { zh: '查看原文', en: 'Revealed personal data' },
  export: { zh: '导出', en: 'Exported' },
  import: { zh: '导入', en: 'Imported' },
  reviewApprove: { zh: '审批同意', en: 'Approved in review' },
  reviewReturn: { zh: '审批退回', en: 'Returned in review' },
  reviewReject: { zh: '审批驳回', en: 'Rejected in review' },
  reviewTransfer: { zh: '转办审批', en: 'Handed the review on' },
  reviewAddSigner: { zh: '审批加签', en: 'Added a signer' },
  reviewWithdraw: { zh: '撤回申请', en: 'Withdrew the application' },
  reviewUrge: { zh: '催办', en: 'Urged' },
  reviewTimeOut: { zh: '审批超时', en: 'Review timed out' },
};
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
  const stateLabel = (state: string | null) =>
    state === null ? null : (process?.states[state]?.label[language] ?? state);
  return rows.map((row) => {
    const transition = String(row.get('transition'));
    const label = process?.transitions[transition]?.label ?? OTHER_EVENTS[transition];
    const [from, to] = [row.get('from') as string | null, row.get('to') as string | null];
    const [actorId, onBehalfOfId] = [numberOrNull(row.get('actorId')), numberOrNull(row.get('onBehalfOfId'))];
    return {
      id: String(row.get('id')),
      transition,
      label: label?.[language] ?? transition,
      from,
      fromLabel: stateLabel(from),
      to,
      toLabel: stateLabel(to),
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
