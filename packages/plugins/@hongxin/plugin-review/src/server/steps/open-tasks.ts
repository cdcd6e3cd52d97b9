import { reviewTimes } from '@hongxin/rules/review';
import type { Model, Transaction } from '@nocobase/database';
import { TASKS } from '../../shared/constants';
import type { Assignee } from '../assignees/find';
import type { StepTerms } from '../node/terms';
import type { RecordFacts } from './record-facts';
import { stepOf, taskOf, type TaskRecord } from './rows';
import type { ReviewTools } from './tools';

type Shared = Pick<RecordFacts, 'recordTitle' | 'number' | 'areaId' | 'areaCode' | 'processKey'>;

/** When a turn that begins now is due, and when its holders are reminded. */
export async function turnTimes(tools: ReviewTools, terms: StepTerms, record: Model | null, now: Date) {
  const field = terms.deadline?.kind === 'field' ? terms.deadline.field : null;
  const { dueAt, remindAt, reasons } = reviewTimes(now, terms.deadline, await tools.clock.calendar(), {
    fieldValue: field && record ? record.get(field) : undefined,
    remindAtPercent: terms.remindAtPercent,
  });
  for (const { code, params } of reasons) {
    tools.app.logger.warn(`a review has no deadline: ${code} ${JSON.stringify(params ?? {})}`);
  }
  return { dueAt, remindAt };
}

/** Opens tasks on a step; in a sequence all but the first wait. */
export async function openTasks(
  tools: ReviewTools,
  row: Model,
  shared: Shared,
  terms: Pick<StepTerms, 'mode' | 'canBatch'>,
  people: readonly Assignee[],
  options: { isFallback: boolean; title: string; now: Date; dueAt: Date | null; transaction: Transaction },
): Promise<TaskRecord[]> {
  const step = stepOf(row);
  const { isFallback, title, now, dueAt, transaction } = options;
  const opened: TaskRecord[] = [];
  for (const [index, person] of people.entries()) {
    const before = terms.mode.kind === 'sequence' ? opened.at(-1) : undefined;
    const task = await tools.db.getModel(TASKS).create(
      {
        ...shared,
        ...ofStep(step),
        title,
        userId: person.userId,
        state: before ? 'waiting' : 'pending',
        rule: person.rule,
        fallback: isFallback,
        sequence: index,
        waitsForId: before?.id ?? null,
        canBatch: terms.canBatch,
        startedAt: now,
        dueAt: before ? null : dueAt,
      },
      { transaction },
    );
    opened.push(taskOf(task as Model));
  }
  announce(tools, opened, transaction);
  return opened;
}

/** What a task takes over from its step. */
export function ofStep(step: ReturnType<typeof stepOf>) {
  const { id, title, collectionName, recordId, workflowId, workflowKey, executionId, nodeId, jobId, round } = step;
  const { applicantId } = step;
  return {
    stepId: id,
    stepTitle: title,
    collectionName,
    recordId,
    workflowId,
    workflowKey,
    executionId,
    nodeId,
    jobId,
    round,
    applicantId,
  };
}

/** After the commit: counts, and a notice to those whose turn it is. */
export function announce(tools: ReviewTools, tasks: readonly TaskRecord[], transaction: Transaction): void {
  tools.counter.touch(transaction, tasks);
  const pending = tasks.filter(({ state }) => state === 'pending');
  if (pending.length > 0) tools.notices.afterCommit(transaction, 'arrived', pending);
}
