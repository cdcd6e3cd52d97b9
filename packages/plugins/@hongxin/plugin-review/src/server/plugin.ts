import { DomainPlugin, foundationOf, type DomainPart } from '@hongxin/plugin-foundation';
import { describeReason } from '@hongxin/rules/mechanism';
import { REVIEW_REASON_LABELS } from '@hongxin/rules/review';
import type { Model, Transaction } from '@nocobase/database';
import type { ExecutionModel } from '@nocobase/plugin-workflow';
import { MOVE_TYPE, NODE_TYPE, TASK_TYPE, TRIGGER_TYPE } from '../shared/constants';
import { ACCESS } from './access';
import { defineReviewActions } from './actions';
import { registerOwnRules } from './assignees/own-rules';
import { AssigneeRegistry, type AssigneeRuleType, type Office, type Reserve } from './assignees/registry';
import { Background } from './background';
import { Clock } from './clock';
import { watchDelegations } from './delegation/rules';
import { Mandates } from './mandates/mandates';
import { watchAccounts } from './mandates/watch-accounts';
import { MoveInstruction } from './node/move-instruction';
import { ReviewInstruction } from './node/review-instruction';
import { PAGES } from './pages';
import { seedPhrases } from './phrases';
import { REASONS } from './reasons';
import { abortStepsOf } from './steps/abort';
import { gate } from './steps/gate';
import { supersede } from './steps/supersede';
import type { ReviewTools } from './steps/tools';
import { watchDeletions } from './steps/watch-deletions';
import { Sweep } from './sweep';
import { TaskCounter } from './tasks/counter';
import { Notices } from './tasks/notices';
import { keepTimeOfRuns } from './trigger/executions';
import { indexRuns } from './trigger/index-runs';
import { TransitionTrigger } from './trigger/transition-trigger';
import { rememberEnabling, TransitionWatch } from './trigger/transition-watch';
import { workflowOf } from './workflow-of';

declare module '@hongxin/plugin-foundation' {
  interface DomainPart {
    /** Whom a review may ask. */
    assignees?: readonly AssigneeRuleType[];
    /** Who has left the posts that made them somebody; one plugin knows. */
    office?: Office;
    /** Who steps in where nobody is left; one plugin knows. */
    reserve?: Reserve;
  }
}

/** Reviews that administrators draw on NocoBase's own canvas. */
export class PluginReview extends DomainPlugin {
  /** Types of assignee rules; other plugins register theirs here. */
  readonly assignees = new AssigneeRegistry();
  readonly clock = new Clock(() => this.app);
  readonly background = new Background(() => this.app);
  readonly counter = new TaskCounter(() => this.app, this.background);
  readonly notices = new Notices(() => this.app, this.background, this.clock, this.assignees);
  readonly mandates = new Mandates(() => this.tools);
  readonly sweep = new Sweep(() => this.tools);

  protected parts(): DomainPart[] {
    return [{ access: ACCESS, pages: PAGES, reasons: REASONS, reasonLabels: REVIEW_REASON_LABELS }];
  }

  get tools(): ReviewTools {
    const { app, db, assignees, clock, notices, counter, background, mandates } = this;
    const { catalogue } = foundationOf(app).errors;
    const describe: ReviewTools['describe'] = (reason) => describeReason(reason, 'zh', catalogue.words);
    return { app, db, assignees, clock, notices, counter, background, mandates, describe };
  }

  // eslint-disable-next-line @typescript-eslint/no-misused-promises -- NocoBase waits for it, though its type says nothing
  async beforeLoad(): Promise<void> {
    const { parts } = foundationOf(this.app);
    parts.take('assignees', (types) => types.forEach((each) => this.assignees.add(each)));
    parts.take('office', (office) => this.assignees.registerOffice(office));
    parts.take('reserve', (reserve) => this.assignees.registerReserve(reserve));
  }

  async load(): Promise<void> {
    await super.load();
    registerOwnRules(this.assignees);
    this.joinWorkflows();
    this.joinTransitions();
    watchDelegations(this.db);
    watchAccounts(this.db, this.mandates);
    defineReviewActions(this.tools);
    this.sweep.schedule();
    this.app.on('beforeStop', this.waitForBackground as () => void);
  }

  async install(): Promise<void> {
    await super.install();
    await seedPhrases(this.db);
    await this.notices.install();
    await indexRuns(this.db);
  }

  async upgrade(): Promise<void> {
    await super.upgrade();
    await this.notices.install();
    await indexRuns(this.db);
  }

  /** NocoBase awaits its listeners before it closes the database. */
  private readonly waitForBackground = async (): Promise<void> => this.background.idle();

  private joinWorkflows(): void {
    const workflow = workflowOf(this.app);
    const tools = () => this.tools;
    workflow.registerTrigger(TRIGGER_TYPE, new TransitionTrigger(workflow));
    workflow.registerInstruction(NODE_TYPE, new ReviewInstruction(workflow, tools));
    workflow.registerInstruction(MOVE_TYPE, new MoveInstruction(workflow, tools));
    workflow.registerTaskStatsProvider(TASK_TYPE, { collectTaskStats: this.counter.collect });
    this.db.on('workflows.beforeSave', rememberEnabling);
    this.db.on('executions.beforeBulkUpdate', keepTimeOfRuns);
    this.db.on(
      'executions.afterUpdate',
      (execution: ExecutionModel, { transaction }: { transaction?: Transaction } = {}) =>
        abortStepsOf(this.tools, execution, transaction),
    );
    watchDeletions(tools);
  }

  private joinTransitions(): void {
    const { hooks } = foundationOf(this.app).transitions;
    const watch = new TransitionWatch(this.app, this.background);
    hooks.registerGate((attempt) => gate(this.tools, attempt));
    hooks.registerWitness((event) => supersede(this.tools, event));
    hooks.registerWitness(watch.onTransition);
    this.db.on('afterCreate', (row: Model, options: { transaction?: Transaction }) => watch.onCreate(row, options));
    this.db.on('afterBulkCreate', (rows: Model[], options: { transaction?: Transaction }) =>
      watch.onBulkCreate(rows, options),
    );
  }
}

export default PluginReview;
