import { foundationOf, runAsSystem } from '@hongxin/plugin-foundation';
import { countReview } from '@hongxin/rules/review';
import type { Model, Transaction } from '@nocobase/database';
import type { Assignee } from '../assignees/find';
import { TASKS } from '../../shared/constants';
import type { StepTerms } from '../node/terms';
import { peekStep, termsOfStep } from './candidates';
import { lockStep, type LockedStep } from './lock';
import { askNow, type Asked } from './mandate';
import { announce, ofStep } from './open-tasks';
import { openTurns } from './open-turns';
import { copyOf } from './transfer';
import { taskOf, tasksOfStep, type TaskRecord } from './rows';
import type { ReviewTools } from './tools';

/** Who has a step no more, and who has it now. */
interface Change {
  leaving: TaskRecord[];
  coming: Assignee[];
  isFallback: boolean;
}

const isOpen = ({ state }: TaskRecord): boolean => state === 'pending' || state === 'waiting';

/**
 * Hands the tasks of those whose mandate has ended to those who hold it now, or else to those in charge of the place, as when
 * the step begins. Where any one decides, whoever was appointed since has the task too.
 * @returns whether anything has changed
 */
export async function handOver(tools: ReviewTools, stepId: string): Promise<boolean> {
  const seen = await peekStep(tools, stepId);
  if (seen?.step.state !== 'pending') return false;
  if (!(await changeOf(tools, seen))) return false;
  await tools.clock.calendar(); // before the transaction holds a connection
  return runAsSystem(() =>
    tools.db.sequelize.transaction(async (transaction) => {
      const locked = await lockStep(tools, stepId, transaction);
      return locked?.step.state === 'pending' && (await handOverLocked(tools, locked, transaction));
    }),
  );
}

/** As `handOver`, of a step that the caller has locked. */
export async function handOverLocked(
  tools: ReviewTools,
  locked: LockedStep,
  transaction: Transaction,
): Promise<boolean> {
  const terms = await termsOfStep(tools, locked.step, transaction);
  const change = await changeOf(tools, locked, transaction);
  if (!change || !terms) return false;
  await carryOut(tools, locked, terms, change, transaction);
  await leaveTrace(tools, locked, change, transaction);
  return true;
}

async function changeOf(tools: ReviewTools, locked: LockedStep, transaction?: Transaction): Promise<Change | null> {
  const terms = await termsOfStep(tools, locked.step, transaction);
  const asked = terms && (await askNow(tools, locked, terms, transaction));
  if (!terms || !asked) return null;
  const tasks = locked.tasks.map(taskOf);
  const open = tasks.filter(isOpen);
  const engaged = (leaving: readonly TaskRecord[]): Set<number | null> =>
    new Set(
      tasks
        .filter((task) => task.state !== 'reassigned' && !leaving.includes(task))
        .flatMap(({ userId, decidedById }) => [userId, decidedById]),
    );
  const leaving = await withoutMandate(asked, open, engaged([]));
  const kept = engaged(leaving);
  const isFree = ({ userId }: Assignee): boolean => !kept.has(userId);
  const coming = mayCome(terms, tasks, leaving) ? (await asked.first()).filter(isFree) : [];
  const isVacant = leaving.length > 0 && (terms.mode.kind !== 'any' || leaving.length === open.length);
  const needsReserve = coming.length === 0 && (isVacant || open.length === 0);
  const reserve = needsReserve ? (await asked.reserve()).filter(({ userId }) => !kept.has(userId)) : [];
  const people = coming.length > 0 ? coming : reserve;
  if (leaving.length === 0 && people.length === 0) return null;
  // nobody at all: better with whoever has it than with nobody
  if (people.length === 0 && leaving.length === open.length) return null;
  return { leaving, coming: asAsked(people, tasks), isFallback: coming.length === 0 };
}

/** Open tasks whose holders would not be asked any more; those of the reserve end too once a rule finds somebody. */
async function withoutMandate(
  asked: Asked,
  open: readonly TaskRecord[],
  engaged: ReadonlySet<number | null>,
): Promise<TaskRecord[]> {
  const isProperFound = (await asked.first()).some(({ userId }) => !engaged.has(userId));
  const leaving: TaskRecord[] = [];
  for (const task of open) {
    const isStopgap = task.rule?.type === 'administrators' && isProperFound;
    if (isStopgap || !(await asked.holds(task))) leaving.push(task);
  }
  return leaving;
}

/** Where everybody has to agree, an appointment gives no further say; only a seat that became free is filled. */
function mayCome({ mode }: StepTerms, tasks: readonly TaskRecord[], leaving: readonly TaskRecord[]): boolean {
  if (mode.kind === 'any' || leaving.length > 0 || !tasks.some(isOpen)) return true;
  const left = tasks.filter(({ state }) => state === 'reassigned').length;
  return left > tasks.filter(({ rule }) => rule?.instead).length;
}

/** Of a move that failed, everybody who is asked is told why. */
function asAsked(people: readonly Assignee[], tasks: readonly TaskRecord[]): Assignee[] {
  const failed = tasks.find(({ rule }) => rule?.type === 'moveFailed')?.rule;
  return people.map((person) => ({ ...person, rule: { ...(failed ?? person.rule), instead: true } }));
}

async function carryOut(
  tools: ReviewTools,
  locked: LockedStep,
  terms: StepTerms,
  { leaving, coming, isFallback }: Change,
  transaction: Transaction,
): Promise<void> {
  const model = tools.db.getModel(TASKS);
  const now = tools.clock.now();
  const template = locked.tasks.map(taskOf).find(isOpen) ?? locked.tasks.map(taskOf)[0];
  const opened: TaskRecord[] = [];
  for (const [index, person] of coming.entries()) {
    const seat = leaving.at(index);
    const before = terms.mode.kind === 'sequence' && !seat ? opened.at(-1) : undefined;
    const { state, waitsForId } = seat ?? { state: before ? 'waiting' : 'pending', waitsForId: before?.id ?? null };
    const created = await model.create(
      {
        ...copyOf(seat ?? template),
        ...ofStep(locked.step),
        userId: person.userId,
        state,
        waitsForId,
        rule: person.rule,
        fallback: isFallback && person.rule.type === 'administrators',
        startedAt: now,
      },
      { transaction },
    );
    opened.push(taskOf(created as Model));
    if (seat) await rewire(tools, seat, String(created.get('id')), transaction);
  }
  for (const task of leaving.slice(coming.length)) await rewire(tools, task, task.waitsForId, transaction);
  for (const task of leaving) {
    const waitingMinutes = await tools.clock.workingMinutes(task.startedAt, now);
    await model.update(
      { state: 'reassigned', decidedAt: now, waitingMinutes },
      { where: { id: task.id }, transaction },
    );
  }
  const place = coming[0]?.areaCode;
  if (place) await locked.row.update({ holderAreaCode: place }, { transaction });
  announce(tools, [...leaving.map((task) => ({ ...task, state: 'reassigned' })), ...opened], transaction);
  const votes = (await tasksOfStep(tools.db, locked.step.id, transaction)).map(taskOf);
  await openTurns(tools, locked, terms, countReview(terms.mode, votes).opens, now, transaction);
}

/** Whoever waited for a task waits for what stands in its place. */
async function rewire(
  tools: ReviewTools,
  task: TaskRecord,
  waitsForId: string | null,
  transaction: Transaction,
): Promise<void> {
  const where = { stepId: task.stepId, waitsForId: task.id };
  await tools.db.getModel(TASKS).update({ waitsForId }, { where, transaction });
}

async function leaveTrace(
  tools: ReviewTools,
  { step }: LockedStep,
  { leaving, coming }: Change,
  transaction: Transaction,
): Promise<void> {
  const entry = {
    collectionName: step.collectionName,
    recordId: step.recordId,
    transition: 'reviewReassign',
    actorId: null,
    details: {
      stepId: step.id,
      step: step.title,
      from: leaving.map(({ userId }) => userId),
      to: coming.map(({ userId }) => userId),
    },
  };
  await foundationOf(tools.app).events.append(entry, transaction);
}
