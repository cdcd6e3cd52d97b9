import { action, foundationOf, languageOf, seenBy, type ActionsOfResource } from '@hongxin/plugin-foundation';
import { workingMinutesBetween, type Language } from '@hongxin/rules/mechanism';
import { REVIEW_STATE_LABELS } from '@hongxin/rules/review';
import type { Context } from '@nocobase/actions';
import type { Model } from '@nocobase/database';
import type { Timeline, TimelineEntry } from '../../../shared/contract';
import { NODE_TYPE, TASKS } from '../../../shared/constants';
import type { StoredChanges } from '../../steps/kept';
import { STEPS, stepOf, taskOf, type TaskRecord } from '../../steps/rows';
import type { ReviewTools } from '../../steps/tools';
import { pendingSteps } from '../../steps/withdraw';
import { presentChanges } from './changes';
import { requireRecordInterest } from './involved';
import { peopleOf } from '../../steps/names';
import { currentSteps } from './present-task';
import { RECORD } from '../../common/request';
import { sightOfRecord, type RecordSight } from './sight';

/** Tasks that tell nothing of themselves: another decided, or the turn never came. */
const SILENT = new Set(['skipped', 'waiting']);
const SYSTEM: Readonly<Record<Language, string>> = { zh: '系统', en: 'System' };

/** GET hxReviewTasks:timeline?collection&recordId: transitions and reviews as one, and what comes next. */
export function timelineActions(tools: ReviewTools): ActionsOfResource {
  return {
    timeline: action({ right: 'loggedIn', query: RECORD }, async ({ ctx, query }) => {
      const { collection: collectionName, recordId } = query;
      await requireRecordInterest(tools, ctx, collectionName, recordId);
      const sight = await sightOfRecord(tools, ctx, collectionName, recordId);
      return timelineOf(tools, ctx, collectionName, recordId, sight);
    }),
  };
}

export async function timelineOf(
  tools: ReviewTools,
  ctx: Context,
  collectionName: string,
  recordId: string,
  sight: RecordSight,
): Promise<Timeline> {
  const language = languageOf(ctx);
  const tasks = (
    (await tools.db.getModel(TASKS).findAll({ where: { collectionName, recordId }, order: [['id', 'ASC']] })) as Model[]
  ).map(taskOf);
  const entries = [
    ...(await transitionEntries(tools, language, collectionName, recordId, tasks, sight)),
    ...(await reviewEntries(tools, ctx, tasks, sight)),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const current = (await currentSteps(tools, collectionName, [recordId])).get(recordId) ?? [];
  return {
    entries,
    current: sight.opinions ? current : current.map((step) => ({ ...step, with: [] })),
    next: await nextSteps(tools, collectionName, recordId),
  };
}

async function transitionEntries(
  tools: ReviewTools,
  language: Language,
  collectionName: string,
  recordId: string,
  tasks: readonly TaskRecord[],
  sight: RecordSight,
): Promise<TimelineEntry[]> {
  const { transitions } = foundationOf(tools.app);
  const process = transitions.processOf(collectionName)?.definition;
  const history = seenBy(sight, await transitions.historyOf(collectionName, recordId, language));
  const told = new Set(tasks.filter(({ decision }) => decision !== null).map(({ id }) => id));
  return history
    .filter(({ transition, taskId }) => !transition.startsWith('review') || !taskId || !told.has(taskId))
    .map(({ label, actorName, onBehalfOfName, opinion, at, to, toLabel, taskId }) => ({
      kind: 'transition',
      title: label,
      who: actorName ?? SYSTEM[language],
      onBehalfOf: onBehalfOfName,
      // the reviewer's opinion stands with the review
      opinion: taskId && told.has(taskId) ? null : opinion,
      at,
      waitingMinutes: null,
      state: to,
      stateLabel: process ? toLabel : null,
    }));
}

async function reviewEntries(
  tools: ReviewTools,
  ctx: Context,
  tasks: readonly TaskRecord[],
  sight: RecordSight,
): Promise<TimelineEntry[]> {
  const language = languageOf(ctx);
  const shown = tasks.filter(({ state }) => !SILENT.has(state));
  const people = await peopleOf(
    tools,
    shown.flatMap(({ userId, decidedById, onBehalfOfId, applicantId }) => [
      userId,
      decidedById,
      onBehalfOfId,
      applicantId,
    ]),
  );
  const calendar = await tools.clock.calendar();
  const now = tools.clock.now();
  const changes = sight.opinions ? await changesOf(tools, shown) : new Map<string, StoredChanges | null>();
  const isTold = ({ decidedById }: TaskRecord): boolean => sight.opinions || decidedById === sight.userId;
  const nameOf = (task: TaskRecord, id: number | null): string | null =>
    id === null ? null : isTold(task) ? (people.get(id) ?? null) : '';
  return shown.map((task) => {
    const isPending = task.state === 'pending';
    const spent = isPending ? workingMinutesBetween(task.startedAt, now, calendar) : null;
    return {
      kind: isPending ? 'waiting' : 'review',
      title: task.stepTitle,
      who: nameOf(task, task.state === 'withdrawn' ? task.applicantId : (task.decidedById ?? task.userId)),
      onBehalfOf: nameOf(task, task.onBehalfOfId) || null,
      opinion: isTold(task) ? task.opinion : null,
      at: (isPending ? task.startedAt : (task.decidedAt ?? task.startedAt)).toISOString(),
      waitingMinutes: spent?.ok ? Math.max(0, Math.round(spent.minutes)) : isPending ? null : task.waitingMinutes,
      state: task.state,
      stateLabel: REVIEW_STATE_LABELS[task.state]?.[language] ?? task.state,
      ...changesIn(tools, ctx, task, changes.get(task.stepId), sight),
    };
  });
}

/** What was changed before each of the steps of these tasks. */
async function changesOf(
  { db }: ReviewTools,
  tasks: readonly TaskRecord[],
): Promise<Map<string, StoredChanges | null>> {
  const ids = [...new Set(tasks.map(({ stepId }) => stepId))];
  const rows = ids.length > 0 ? ((await db.getModel(STEPS).findAll({ where: { id: ids } })) as Model[]) : [];
  return new Map(rows.map(stepOf).map(({ id, changes }) => [id, changes]));
}

function changesIn(
  { db }: ReviewTools,
  ctx: Context,
  { collectionName }: TaskRecord,
  changes: StoredChanges | null | undefined,
  { fields }: RecordSight,
): Pick<TimelineEntry, 'changes'> {
  const collection = db.getCollection(collectionName);
  const shown = collection && changes ? presentChanges(ctx, collection, changes, fields) : [];
  return shown.length > 0 ? { changes: shown } : {};
}

/** Titles of the reviews that follow when those that wait now approve. */
export async function nextSteps(tools: ReviewTools, collectionName: string, recordId: string): Promise<string[]> {
  const titles: string[] = [];
  for (const step of (await pendingSteps(tools, collectionName, recordId)).map(stepOf)) {
    const rows = (await tools.db.getModel('flow_nodes').findAll({ where: { workflowId: step.workflowId } })) as Model[];
    const byId = new Map(rows.map((row) => [String(row.get('id')), row]));
    titles.push(...reviewsAfter(byId, byId.get(step.nodeId)));
  }
  return [...new Set(titles)];
}

/** Along the way of an approval: its branch first, then what is below, and out of every branch it is in. */
function reviewsAfter(byId: ReadonlyMap<string, Model>, node: Model | undefined): string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  const walk = (each: Model | undefined): void => {
    if (!each || seen.has(String(each.get('id')))) return;
    seen.add(String(each.get('id')));
    if (each !== node && each.get('type') === NODE_TYPE) found.push(String(each.get('title')));
    const approved = [...byId.values()].find(
      (other) => String(other.get('upstreamId')) === String(each.get('id')) && Number(other.get('branchIndex')) === 1,
    );
    if (each.get('type') === NODE_TYPE) walk(approved);
    walk(byId.get(String(each.get('downstreamId'))));
  };
  for (let each = node; each; each = parentOf(byId, each))
    walk(each === node ? each : byId.get(String(each.get('downstreamId'))));
  return found;
}

/** The node whose branch a node is in. */
function parentOf(byId: ReadonlyMap<string, Model>, node: Model): Model | undefined {
  for (let each: Model | undefined = node; each; each = byId.get(String(each.get('upstreamId')))) {
    if (each.get('branchIndex') !== null && each.get('branchIndex') !== undefined)
      return byId.get(String(each.get('upstreamId')));
  }
  return undefined;
}
