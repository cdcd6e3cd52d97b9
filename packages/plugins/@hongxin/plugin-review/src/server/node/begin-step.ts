import { runAsSystem } from '@hongxin/plugin-foundation';
import type { Collection, Model, Transaction } from '@nocobase/database';
import {
  EXECUTION_STATUS,
  JOB_STATUS,
  type FlowNodeModel,
  type JobModel,
  type Processor,
} from '@nocobase/plugin-workflow';
import { COPIES } from '../../shared/constants';
import { findAssignees, findReserve, type Assignee } from '../assignees/find';
import type { ReviewSubject } from '../assignees/registry';
import { lockRecord } from '../steps/lock';
import { openTasks, turnTimes } from '../steps/open-tasks';
import { factsOf, type RecordFacts } from '../steps/record-facts';
import { changesSinceReturn } from '../steps/snapshot';
import { STEPS, stepsOfRecord } from '../steps/rows';
import type { ReviewTools } from '../steps/tools';
import { causeOf } from './going-on';
import { isOvertaken } from './overtaken';
import { saveJobNow } from './save-job';
import type { StepTerms } from './terms';

/** What becomes of a run that reaches a review node. */
export type Begun =
  /** Its job is pending, or settled already when the visit began before a crash. */
  | { kind: 'waiting'; job: JobModel }
  /** Nobody found, and the node says to go straight on. */
  | { kind: 'skipped' }
  /** The record is gone or has moved on by itself. */
  | { kind: 'overtaken' };

export interface BeginOptions {
  node: FlowNodeModel;
  previousJobId: number | string | null;
  processor: Processor;
  terms: StepTerms;
  /** What the tasks are called; null: by the record's own name. */
  title: string | null;
  collection: Collection;
  recordId: string;
  /** Asks these instead of the node's rules. */
  people?: Assignee[];
  result?: object;
}

/** Writes the job, the step and its tasks in one transaction: after a crash there are all of them or none. */
export function beginStep(tools: ReviewTools, options: BeginOptions): Promise<Begun> {
  return runAsSystem(() => tools.db.sequelize.transaction((transaction) => begin(tools, options, transaction)));
}

async function begin(tools: ReviewTools, options: BeginOptions, transaction: Transaction): Promise<Begun> {
  const { node, processor, terms, collection, recordId } = options;
  const { execution } = processor;
  const record = await lockRecord(collection, recordId, transaction);
  const earlier = await stepsOfRecord(tools.db, { collectionName: collection.name, recordId }, transaction);
  const ofNode = earlier.filter((step) => isOf(step, node, processor));
  const visited = ofNode.find((step) => String(step.get('causeJobId')) === causeOf(processor));
  const begun = visited && (await jobOf(tools, visited, transaction));
  if (begun) return { kind: 'waiting', job: begun };
  if (!record || (await isOvertaken(tools.db, execution, collection.name, recordId, transaction)))
    return { kind: 'overtaken' };
  if (execution.status !== EXECUTION_STATUS.STARTED) return { kind: 'overtaken' };
  const about = { actorId: actorIdOf(execution.context), placeField: terms.placeField, transaction };
  const facts = await factsOf(tools.app, record, about);
  const title = options.title ?? facts.recordTitle;
  const subject = { ...facts, app: tools.app, db: tools.db, record, transaction };
  const excludedId = terms.excludeApplicant ? facts.applicantId : null;
  const found = options.people ?? (await findAssignees(tools.assignees, terms.assignees, subject, excludedId));
  if (found.length === 0 && terms.onNobody === 'skip') return { kind: 'skipped' };
  const people = found.length > 0 ? found : await findReserve(tools.assignees, terms.assignees, subject, excludedId);
  const job = await saveJobNow(
    processor,
    {
      status: JOB_STATUS.PENDING,
      result: options.result ?? { decision: null },
      nodeId: node.id,
      nodeKey: (node.get('key') as string) ?? null,
      upstreamId: options.previousJobId,
    },
    transaction,
  );
  const now = tools.clock.now();
  const times = await turnTimes(tools, terms, record, now);
  const row = (await tools.db.getModel(STEPS).create(
    {
      title: terms.title,
      jobId: job.id,
      executionId: execution.id,
      nodeId: node.id,
      nodeKey: node.get('key') as string,
      workflowId: execution.workflowId,
      workflowKey: execution.key,
      ...pickFacts(facts),
      holderAreaCode: people[0]?.areaCode ?? facts.areaCode,
      round: ofNode.length + 1,
      causeJobId: causeOf(processor),
      changes: await changesSinceReturn(
        tools,
        { collection, recordId, executionId: String(execution.id), earlier },
        transaction,
      ),
      startedAt: now,
      ...times,
    },
    { transaction },
  )) as Model;
  await openTasks(tools, row, facts, terms, people, {
    isFallback: found.length === 0,
    title,
    now,
    dueAt: times.dueAt,
    transaction,
  });
  await copy(tools, terms, subject, row, facts, title, transaction);
  return { kind: 'waiting', job };
}

/** The job of a visit that began before a crash; `begin` asks again under the record's lock. */
export async function jobOfVisit(
  tools: Pick<ReviewTools, 'db'>,
  node: FlowNodeModel,
  processor: Processor,
): Promise<JobModel | null> {
  const where = { executionId: processor.execution.id, nodeId: node.id, causeJobId: causeOf(processor) };
  const step = (await tools.db.getModel(STEPS).findOne({ where })) as Model | null;
  return step && jobOf(tools, step);
}

const isOf = (step: Model, node: FlowNodeModel, { execution }: Processor): boolean =>
  String(step.get('executionId')) === String(execution.id) && String(step.get('nodeId')) === String(node.id);

const jobOf = ({ db }: Pick<ReviewTools, 'db'>, step: Model, transaction?: Transaction): Promise<JobModel | null> =>
  db.getModel('jobs').findByPk(step.get('jobId') as string, { transaction }) as Promise<JobModel | null>;

function pickFacts({ collectionName, recordId, recordState, processKey, areaCode, applicantId }: RecordFacts) {
  return { collectionName, recordId, recordState, processKey, areaCode, applicantId };
}

function actorIdOf(context: unknown): number | null {
  const actor = (context as { actor?: { id?: unknown } } | null)?.actor;
  return actor?.id === null || actor?.id === undefined ? null : Number(actor.id);
}

async function copy(
  tools: ReviewTools,
  { copyTo }: StepTerms,
  subject: ReviewSubject,
  row: Model,
  { collectionName, recordId, recordTitle, number, areaCode, processKey }: RecordFacts,
  title: string,
  transaction: Transaction,
): Promise<void> {
  const people = (
    await Promise.all(
      copyTo.map((rule) => findAssignees(tools.assignees, [{ ...rule, together: false }], subject, null)),
    )
  ).flat();
  const userIds = [...new Set(people.map(({ userId }) => userId))];
  for (const userId of userIds) {
    const values = { userId, title, collectionName, recordId, recordTitle, number, areaCode, processKey };
    const created = await tools.db.getModel(COPIES).create({ ...values, stepId: row.get('id') }, { transaction });
    const told = { id: String(created.get('id')), title, userId, processKey };
    tools.notices.afterCommit(transaction, 'copied', [told]);
  }
}
