import { languageOf, translatedTitle } from '@hongxin/plugin-foundation';
import { workingMinutesBetween } from '@hongxin/rules/mechanism';
import type { Context } from '@nocobase/actions';
import type { Model, Transaction } from '@nocobase/database';
import type { CurrentStep, PersonRef, TaskRow } from '../../../shared/contract';
import { peopleOf } from '../../steps/names';
import { STEPS, stepOf, taskOf, type TaskRecord } from '../../steps/rows';
import type { ReviewTools } from '../../steps/tools';
import { TASKS } from '../../../shared/constants';
import { ruleReason } from './texts';

/** Tasks as the task centre shows them. */
export async function presentTasks(
  tools: ReviewTools,
  ctx: Context,
  tasks: readonly TaskRecord[],
  transaction?: Transaction,
): Promise<TaskRow[]> {
  const language = languageOf(ctx);
  const people = await peopleOf(
    tools,
    tasks.flatMap(({ userId, decidedById, onBehalfOfId, applicantId }) => [
      userId,
      decidedById,
      onBehalfOfId,
      applicantId,
    ]),
    transaction,
  );
  const areas = await areaNames(tools, tasks, transaction);
  const calendar = await tools.clock.calendar();
  const now = tools.clock.now();
  const readerId = Number(ctx.state.currentUser?.id);
  const minutes = (task: TaskRecord): number | null => {
    if (task.state !== 'pending') return task.waitingMinutes;
    const spent = workingMinutesBetween(task.startedAt, now, calendar);
    return spent.ok ? Math.max(0, Math.round(spent.minutes)) : null;
  };
  return tasks.map((task) => {
    const holder = ref(people, task.userId);
    const isForAnother = task.state === 'pending' && task.userId !== readerId;
    return {
      id: task.id,
      title: task.title,
      stepTitle: task.stepTitle,
      state: task.state as TaskRow['state'],
      collectionName: task.collectionName,
      collectionTitle: collectionTitle(tools, ctx, task.collectionName),
      recordId: task.recordId,
      recordTitle: task.recordTitle ?? '',
      number: task.number,
      processKey: task.processKey,
      areaCode: task.areaCode,
      areaName: task.areaCode === null ? null : (areas.get(task.areaCode) ?? null),
      holder,
      onBehalfOf: isForAnother ? holder : ref(people, task.onBehalfOfId),
      applicant: ref(people, task.applicantId),
      reason: ruleReason(tools.assignees, task.rule, language),
      fallback: Boolean(task.fallback),
      startedAt: task.startedAt.toISOString(),
      dueAt: isoOrNull(task.dueAt),
      overdue: task.state === 'pending' && task.dueAt !== null && task.dueAt < now,
      decidedAt: isoOrNull(task.decidedAt),
      decision: task.decision,
      opinion: task.opinion,
      urgedAt: isoOrNull(task.urgedAt),
      waitingMinutes: minutes(task),
      canBatch: Boolean(task.canBatch),
    };
  });
}

/** Where a record waits now, and with whom. */
export async function currentSteps(
  tools: ReviewTools,
  collectionName: string,
  recordIds: readonly string[],
): Promise<Map<string, CurrentStep[]>> {
  const where = { collectionName, recordId: [...recordIds], state: 'pending' };
  const steps = ((await tools.db.getModel(STEPS).findAll({ where, order: [['id', 'ASC']] })) as Model[]).map(stepOf);
  const tasks = steps.length
    ? ((await tools.db.getModel(TASKS).findAll({
        where: { stepId: steps.map(({ id }) => id), state: 'pending' },
        order: [['id', 'ASC']],
      })) as Model[])
    : [];
  const held = tasks.map(taskOf);
  const people = await peopleOf(
    tools,
    held.map(({ userId }) => userId),
  );
  const now = tools.clock.now();
  const found = new Map<string, CurrentStep[]>();
  for (const step of steps) {
    const names = held
      .filter(({ stepId }) => stepId === step.id)
      .flatMap(({ userId }) => (userId === null ? [] : [people.get(userId) ?? '']));
    const current = {
      stepTitle: step.title,
      with: names,
      since: step.startedAt.toISOString(),
      dueAt: isoOrNull(step.dueAt),
      overdue: step.dueAt !== null && step.dueAt < now,
    };
    found.set(step.recordId, [...(found.get(step.recordId) ?? []), current]);
  }
  return found;
}

export function collectionTitle({ db }: ReviewTools, ctx: Context, name: string): string {
  return translatedTitle(ctx, db.getCollection(name)?.options.title) ?? name;
}

function ref(people: ReadonlyMap<number, string>, id: number | null): PersonRef | null {
  return id === null ? null : { id, nickname: people.get(id) ?? '' };
}

/** Names of places, where the pack's areas are there. */
async function areaNames({ db }: ReviewTools, tasks: readonly TaskRecord[], transaction?: Transaction) {
  const codes = [...new Set(tasks.map(({ areaCode }) => areaCode).filter((code) => code !== null))];
  if (codes.length === 0 || !db.hasCollection('hxAreas')) return new Map<string, string>();
  const rows = await db
    .getModel('hxAreas')
    .findAll({ attributes: ['code', 'name'], where: { code: codes }, transaction });
  return new Map(rows.map((row) => [String(row.get('code')), String(row.get('name'))]));
}

export const isoOrNull = (date: Date | null | undefined): string | null => (date ? date.toISOString() : null);
