import { action, refuse, runAsSystem, type ActionsOfResource } from '@hongxin/plugin-foundation';
import type { Context } from '@nocobase/actions';
import type { Collection, Model } from '@nocobase/database';
import type { Candidate, OpenTask, PendingOf } from '../../../shared/contract';
import { COPIES, PHRASES, TASKS, type Decision } from '../../../shared/constants';
import { termsOf, type StepTerms } from '../../node/terms';
import { whatHappened } from '../../steps/already';
import { candidatesOf, peekStep } from '../../steps/candidates';
import { standsFor } from '../../steps/entitled';
import type { LockedStep } from '../../steps/lock';
import { stepOf, taskOf, type TaskRecord } from '../../steps/rows';
import type { ReviewTools } from '../../steps/tools';
import { pendingSteps } from '../../steps/withdraw';
import { presentChanges } from './changes';
import { requireRecordInterest, standingOf } from './involved';
import { peopleOf } from '../../steps/names';
import { collectionTitle, currentSteps, presentTasks } from './present-task';
import { allowedFields, recordView } from './record-view';
import { queryOf, RECORD } from '../../common/request';
import { sightOfRecord } from './sight';
import { timelineOf } from './timeline';

const NOTHING = { approve: false, return: false, reject: false, transfer: false, addSigner: false };

/** Everything the decide screen shows, and whom a task can be handed to. */
export function openActions(tools: ReviewTools): ActionsOfResource {
  /** GET hxReviewTasks:open/<id> */
  const open = action({ right: 'loggedIn', record: 'key' }, async ({ ctx, id }) => {
    const { task, step, terms } = await load(tools, id);
    const standing = await standingOf(tools, ctx, task);
    const isOpen = task.state === 'pending' && step.step.state === 'pending';
    const mayDecide = isOpen && (standing === 'holder' || standing === 'deputy');
    const [row] = await presentTasks(tools, ctx, [task]);
    const collection = tools.db.getCollection(task.collectionName);
    // who is asked has the matter before them, and so have those who applied, decided or supervise
    const sight = await sightOfRecord(tools, ctx, task.collectionName, task.recordId, true);
    const timeline = await timelineOf(tools, ctx, task.collectionName, task.recordId, sight);
    const answer: OpenTask = {
      task: row,
      collection: { name: task.collectionName, title: collectionTitle(tools, ctx, task.collectionName) },
      record: collection ? await recordView(tools, ctx, collection, task.recordId, terms.fields) : [],
      changes: collection
        ? presentChanges(ctx, collection, step.step.changes, await shownFields(tools, ctx, collection, terms))
        : [],
      history: timeline.entries,
      current: timeline.current,
      next: timeline.next,
      allowed: mayDecide ? allowedBy(terms) : NOTHING,
      opinion: { requiredOnApprove: terms.isOpinionRequiredOnApprove },
      returnTo: terms.returnTo,
      phrases: await phrasesOf(tools, terms),
      already: isOpen ? null : await whatHappened(tools, task),
    };
    return answer;
  });

  /** GET hxReviewTasks:candidates/<id>?keyword= */
  const candidates = action({ right: 'loggedIn', record: 'key' }, async ({ ctx, id }) => {
    const { task, step, terms } = await load(tools, id);
    const standing = await standingOf(tools, ctx, task);
    if (standing !== 'holder' && standing !== 'deputy') throw refuse(404, 'RECORD_NOT_FOUND');
    const people = await candidatesOf(tools, step, terms);
    const names = await peopleOf(
      tools,
      people.map(({ userId }) => userId),
    );
    const keyword = queryOf(ctx).keyword ?? '';
    const all: Candidate[] = people.map(({ userId, note }) => ({
      id: userId,
      nickname: names.get(userId) ?? '',
      note: note ?? null,
    }));
    return all.filter(({ nickname, note }) => `${nickname} ${note ?? ''}`.includes(keyword)).slice(0, 100);
  });

  /** GET hxReviewTasks:pendingOf?collection&recordId */
  const pendingOf = action({ right: 'loggedIn', query: RECORD }, async ({ ctx, query, userId: readerId }) => {
    const { collection: collectionName, recordId } = query;
    await tools.mandates.settle(readerId);
    await requireRecordInterest(tools, ctx, collectionName, recordId);
    const rows = (await tools.db
      .getModel(TASKS)
      .findAll({ where: { collectionName, recordId, state: 'pending' }, order: [['id', 'ASC']] })) as Model[];
    const tasks = rows.map(taskOf);
    const mine = await firstOf(tools, tasks, readerId);
    const answer: PendingOf = {
      task: mine ? (await presentTasks(tools, ctx, [mine]))[0] : null,
      current: (await currentSteps(tools, collectionName, [recordId])).get(recordId) ?? [],
      canWithdraw: await mayWithdraw(tools, collectionName, recordId, readerId),
    };
    return answer;
  });

  /** POST hxReviewTasks:read/<copyId> */
  const read = action({ right: 'loggedIn', record: 'key' }, async ({ id, userId }) => {
    const where = { id, userId };
    const copy = await tools.db.getModel(COPIES).findOne({ where });
    if (!copy) throw refuse(404, 'RECORD_NOT_FOUND');
    if (!copy.get('readAt')) await runAsSystem(() => copy.update({ readAt: tools.clock.now() }));
    return { readAt: (copy.get('readAt') as Date).toISOString() };
  });

  return { open, candidates, pendingOf, read };
}

/** Fields that the screen shows of a record; null: all. */
async function shownFields(tools: ReviewTools, ctx: Context, collection: Collection, { fields }: StepTerms) {
  return fields.length > 0 ? new Set(fields.map(({ name }) => name)) : allowedFields(tools, ctx, collection);
}

/** The reader's own task, or else that of somebody they stand in for. */
async function firstOf(
  tools: ReviewTools,
  tasks: readonly TaskRecord[],
  readerId: number,
): Promise<TaskRecord | undefined> {
  const ownFirst = [...tasks].sort((a, b) => Number(b.userId === readerId) - Number(a.userId === readerId));
  for (const task of ownFirst) if (await standsFor(tools, task, readerId)) return task;
  return undefined;
}

const allowedBy = ({ allow }: StepTerms): OpenTask['allowed'] => ({
  approve: true,
  return: allow.return,
  reject: allow.reject,
  transfer: allow.transfer,
  addSigner: allow.addSigner,
});

async function load(
  tools: ReviewTools,
  taskId: string,
): Promise<{ task: TaskRecord; step: LockedStep; terms: StepTerms }> {
  const found = (await tools.db.getModel(TASKS).findByPk(taskId)) as Model | null;
  const step = found && (await peekStep(tools, taskOf(found).stepId));
  if (!found || !step) throw refuse(404, 'RECORD_NOT_FOUND');
  const node = (await tools.db.getModel('flow_nodes').findByPk(step.step.nodeId)) as Model | null;
  const { title } = step.step;
  return {
    task: taskOf(found),
    step,
    terms: termsOf({ type: String(node?.get('type') ?? ''), title, config: node?.get('config') ?? {} }),
  };
}

async function phrasesOf(tools: ReviewTools, { phrases }: StepTerms): Promise<OpenTask['phrases']> {
  if (phrases.length > 0) return phrases.map((text) => ({ text, decision: null }));
  const rows: Model[] = await tools.db.getRepository(PHRASES).find({ filter: { enabled: true }, sort: ['sort', 'id'] });
  return rows.map((row) => ({
    text: String(row.get('text')),
    decision: (row.get('decision') as Decision | null) ?? null,
  }));
}

async function mayWithdraw(
  tools: ReviewTools,
  collectionName: string,
  recordId: string,
  readerId: number,
): Promise<boolean> {
  const steps = (await pendingSteps(tools, collectionName, recordId)).map(stepOf);
  const own = steps.filter(({ applicantId }) => applicantId === readerId);
  for (const step of own) {
    const node = (await tools.db.getModel('flow_nodes').findByPk(step.nodeId)) as Model | null;
    const terms = termsOf({ type: String(node?.get('type')), title: step.title, config: node?.get('config') });
    const where = { executionId: step.executionId, state: ['approved', 'returned', 'rejected'] };
    const decided = await tools.db.getModel(TASKS).count({ where });
    if (terms.canWithdraw && decided === 0) return true;
  }
  return false;
}
