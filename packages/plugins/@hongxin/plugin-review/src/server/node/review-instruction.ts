import { parseCollectionName } from '@nocobase/data-source-manager';
import type { Collection } from '@nocobase/database';
import {
  Instruction,
  JOB_STATUS,
  type FlowNodeModel,
  type IJob,
  type JobModel,
  type Processor,
} from '@nocobase/plugin-workflow';
import type PluginWorkflowServer from '@nocobase/plugin-workflow';
import type { ReviewNodeConfig, ReviewResult } from '../../shared/config';
import { BRANCH, type Outcome } from '../../shared/constants';
import type { ReviewTools } from '../steps/tools';
import { beginStep } from './begin-step';
import { claimRun } from './claim';
import { checkReviewConfig } from './check-config';
import { atBeginning, goOn, passOn } from './going-on';
import { termsOf } from './terms';

/** 层级审批: waits for people, then goes on in the branch of what they decided. */
export class ReviewInstruction extends Instruction {
  constructor(
    workflow: PluginWorkflowServer,
    private readonly tools: () => ReviewTools,
  ) {
    super(workflow);
  }

  validateConfig(config: Partial<ReviewNodeConfig>): Record<string, string> | null {
    return checkReviewConfig(this.tools().assignees, config);
  }

  async run(
    node: FlowNodeModel,
    input: JobModel | undefined,
    processor: Processor,
  ): Promise<IJob | JobModel | null | void> {
    if (input === undefined) atBeginning(processor);
    const terms = termsOf(node);
    const about = aboutOf(this.tools(), processor, node);
    if (!about) return { status: JOB_STATUS.ERROR, result: { message: '工作流的触发器没有给出要审批的记录' } };
    const { title: template } = (node.config ?? {}) as Partial<ReviewNodeConfig>;
    const parsed: unknown = template?.trim() ? processor.getParsedValue(template, node.id) : null;
    const title = parsed === null || parsed === undefined ? null : String(parsed).trim().slice(0, 200) || null;
    const begun = await beginStep(this.tools(), {
      node,
      previousJobId: input?.id ?? null,
      processor,
      terms: { ...terms, title: node.title },
      title,
      ...about,
    });
    if (begun.kind === 'waiting')
      return begun.job.status === JOB_STATUS.PENDING
        ? rest(processor, node, begun.job)
        : this.goOn(node, begun.job, processor);
    if (begun.kind === 'skipped')
      return { status: JOB_STATUS.RESOLVED, result: skippedResult(this.tools().clock.now()) };
    return processor.exit(JOB_STATUS.CANCELED);
  }

  /** Called with the node's own job once it is decided, and with the last job of one of its branches. */
  async resume(node: FlowNodeModel, job: JobModel, processor: Processor): Promise<JobModel | null | void> {
    if (job.nodeId !== node.id) return this.afterBranch(node, job, processor);
    if (job.status === JOB_STATUS.PENDING) return processor.exit(JOB_STATUS.PENDING);
    if (job.status !== JOB_STATUS.RESOLVED) return processor.exit(job.status);
    if (!(await claimRun(this.tools(), job))) return processor.exit();
    return this.goOn(node, job, processor);
  }

  private goOn(node: FlowNodeModel, job: JobModel, processor: Processor): Promise<void> {
    return goOn(this.tools(), processor, job, () => this.follow(node, job, processor));
  }

  private follow(node: FlowNodeModel, job: JobModel, processor: Processor): Promise<unknown> {
    const { decision, returnedTo } = job.result as ReviewResult & { returnedTo?: string };
    if (returnedTo !== undefined) return processor.exit(); // the review it was sent back to goes on
    const branch = processor.getBranches(node).find(({ branchIndex }) => Number(branchIndex) === BRANCH[decision]);
    if (branch) return processor.run(branch, job);
    return decision === 'approved' ? passOn(processor, node, job) : processor.exit(endOf(decision));
  }

  private afterBranch(node: FlowNodeModel, job: JobModel, processor: Processor): JobModel | null | Promise<null> {
    const own = processor.findBranchParentJob(job, node) as JobModel;
    return job.status === JOB_STATUS.RESOLVED ? this.finish(own, processor) : processor.exit(job.status);
  }

  /** What was approved goes on below the branches; what was returned or rejected has come to its end. */
  private finish(own: JobModel, processor: Processor): JobModel | Promise<null> {
    const { decision } = own.result as ReviewResult;
    if (decision === 'approved') return own;
    return processor.exit(endOf(decision));
  }
}

/**
 * The run rests with what has been written. A branch is told so by its job; on the main path NocoBase would only read the
 * run once more to find that nothing has changed.
 */
const rest = (processor: Processor, node: FlowNodeModel, job: JobModel): JobModel | null =>
  processor.findBranchParentNode(node) ? job : null;

const endOf = (decision: Outcome): number => (decision === 'rejected' ? JOB_STATUS.REJECTED : JOB_STATUS.RESOLVED);

/** The record that a run is about: of this plugin's trigger, or of any of NocoBase's that carries one. */
export function aboutOf(
  { db }: Pick<ReviewTools, 'db'>,
  processor: Processor,
  node: FlowNodeModel,
): { collection: Collection; recordId: string } | null {
  const { $context } = processor.getScope(node.id) as {
    $context?: { data?: Record<string, unknown>; collectionName?: string };
  };
  const configured = (processor.execution.workflow?.config as { collection?: string } | undefined)?.collection;
  const [source, name] = parseCollectionName($context?.collectionName ?? configured ?? '');
  const collection = source === undefined || source === 'main' ? db.getCollection(name) : undefined;
  const id = collection && $context?.data?.[collection.filterTargetKey as string];
  return collection && id !== undefined && id !== null ? { collection, recordId: String(id) } : null;
}

function skippedResult(now: Date): ReviewResult & { decision: Outcome } {
  return {
    decision: 'approved',
    opinion: null,
    userId: null,
    userName: null,
    onBehalfOfId: null,
    at: now.toISOString(),
    values: {},
    cause: 'nobody',
    decisions: [],
  };
}
