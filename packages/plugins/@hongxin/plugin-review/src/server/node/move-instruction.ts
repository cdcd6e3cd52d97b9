import { isRefusal, runAsSystem, type Actor, SYSTEM } from '@hongxin/plugin-foundation';
import type { Reason } from '@hongxin/rules/mechanism';
import {
  Instruction,
  JOB_STATUS,
  type FlowNodeModel,
  type IJob,
  type JobModel,
  type Processor,
} from '@nocobase/plugin-workflow';
import type PluginWorkflowServer from '@nocobase/plugin-workflow';
import type { Model } from '@nocobase/database';
import type { MoveNodeConfig } from '../../shared/config';
import { NODE_TYPE } from '../../shared/constants';
import { findReserve } from '../assignees/find';
import { factsOf } from '../steps/record-facts';
import { move, type MoveAttempt } from '../steps/outcome';
import type { ReviewTools } from '../steps/tools';
import { beginStep, jobOfVisit } from './begin-step';
import { claimRun } from './claim';
import { checkMoveConfig } from './check-config';
import { atBeginning, goOn, passOn, visitOf } from './going-on';
import { tellAdministrators } from './tell-administrators';
import { termsOf } from './terms';

/**
 * 办理: performs a transition on a record, through every guard. What is refused becomes a task of the administrators of
 * the record's place, with the reasons: try again, or give up; the run waits for it and is never silently stuck.
 */
export class MoveInstruction extends Instruction {
  constructor(
    workflow: PluginWorkflowServer,
    private readonly tools: () => ReviewTools,
  ) {
    super(workflow);
  }

  validateConfig(config: Partial<MoveNodeConfig>): Record<string, string> | null {
    return checkMoveConfig(this.tools().app, config);
  }

  async run(
    node: FlowNodeModel,
    input: JobModel | undefined,
    processor: Processor,
  ): Promise<IJob | JobModel | null | void> {
    if (input === undefined) atBeginning(processor);
    const tools = this.tools();
    const attempt = attemptOf(node, processor);
    const visit = visitOf(node, processor);
    const details = { executionId: String(processor.execution.id), nodeId: String(node.id), visit };
    const asked = await jobOfVisit(tools, node, processor);
    if (asked) return asked.status === JOB_STATUS.PENDING ? asked : this.goOn(node, asked, processor);
    if (await wasDone(tools, attempt, details))
      return { status: JOB_STATUS.RESOLVED, result: { attempt, repeated: true } };
    try {
      await tools.db.sequelize.transaction((transaction) => move(tools, { ...attempt, details }, transaction));
      return { status: JOB_STATUS.RESOLVED, result: { attempt } };
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return this.askAdministrators(node, input, processor, attempt, error.reasons);
    }
  }

  /** After an administrator's decision: the move is done then (by the decision itself), or given up. */
  async resume(node: FlowNodeModel, job: JobModel, processor: Processor): Promise<null | void> {
    if (job.status === JOB_STATUS.PENDING) return processor.exit(JOB_STATUS.PENDING);
    return (await claimRun(this.tools(), job)) ? this.goOn(node, job, processor) : processor.exit();
  }

  private goOn(node: FlowNodeModel, job: JobModel, processor: Processor): Promise<void> {
    return goOn(this.tools(), processor, job, () => passOn(processor, node, job));
  }

  private async askAdministrators(
    node: FlowNodeModel,
    input: JobModel | undefined,
    processor: Processor,
    attempt: MoveAttempt,
    reasons: readonly Reason[],
  ): Promise<IJob | JobModel | null> {
    const tools = this.tools();
    const collection = tools.db.getCollection(attempt.collection);
    const record = collection ? await find(tools, attempt) : null;
    const texts = reasons.map((reason) => tools.describe(reason));
    const result = { attempt, reasons: [...reasons], message: texts.join('；') };
    await tellAdministrators(tools, String(processor.execution.id), attempt, record, reasons);
    if (!collection || !record) return { status: JOB_STATUS.ERROR, result };
    const subject = { ...(await factsOf(tools.app, record)), app: tools.app, db: tools.db, record };
    const people = await runAsSystem(() => findReserve(tools.assignees, [], subject, null));
    const begun = await beginStep(tools, {
      node,
      previousJobId: input?.id ?? null,
      processor,
      terms: { ...termsOf(node), excludeApplicant: false },
      title: `未能自动办理：${node.title}`,
      collection,
      recordId: attempt.recordId,
      people: people.map((person) => ({ ...person, rule: { type: 'moveFailed', note: texts.join('；') } })),
      result,
    });
    if (begun.kind === 'waiting') return begun.job;
    return { status: JOB_STATUS.ERROR, result };
  }
}

const find = (tools: ReviewTools, { collection, recordId }: MoveAttempt): Promise<Model | null> =>
  runAsSystem(async () => tools.db.getRepository(collection).findOne({ filterByTk: recordId }));

/** Whether a run that is taken up after a crash has performed it already, on this very visit; older events name none. */
async function wasDone(
  { db }: ReviewTools,
  attempt: MoveAttempt,
  details: { executionId: string; nodeId: string; visit: string },
): Promise<boolean> {
  const { collection: collectionName, recordId, transition } = attempt;
  const events = await runAsSystem(() =>
    db.getModel('hxEvents').findAll({ where: { collectionName, recordId, transition } }),
  );
  return events.some((event) => {
    const kept = event.get('details') as Partial<Record<'executionId' | 'nodeId' | 'visit' | 'stepId', unknown>> | null;
    const isOfNode = String(kept?.executionId) === details.executionId && String(kept?.nodeId) === details.nodeId;
    return isOfNode && (kept?.visit === details.visit || (kept?.visit === undefined && kept?.stepId === undefined));
  });
}

function attemptOf(node: FlowNodeModel, processor: Processor): MoveAttempt {
  const config = processor.getParsedValue(node.config, node.id) as MoveNodeConfig;
  return {
    collection: config.collection,
    recordId: String(config.recordId),
    transition: config.transition,
    opinion: config.opinion ?? null,
    values: config.values ?? {},
    actor: config.actor === 'reviewer' ? lastReviewer(node, processor) : SYSTEM,
  };
}

/** Whoever decided the nearest review before this node; the system when there is none. */
function lastReviewer(node: FlowNodeModel, processor: Processor): Actor {
  const { $jobsMapByNodeKey: results } = processor.getScope(node.id);
  for (let before = node.upstream; before; before = before.upstream) {
    if (before.type !== NODE_TYPE) continue;
    const result = results[before.get('key') as string] as
      { userId?: number | null; onBehalfOfId?: number | null } | undefined;
    if (result?.userId) return { userId: result.userId, roles: [], onBehalfOfId: result.onBehalfOfId ?? null };
  }
  return SYSTEM;
}
