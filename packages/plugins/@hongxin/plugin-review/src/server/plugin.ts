import { DomainPlugin, foundationOf, type DomainPart } from '@hongxin/plugin-foundation';
import { describeReason } from '@hongxin/rules/mechanism';
import { REVIEW_REASON_LABELS, REVIEW_RULE_REASONS } from '@hongxin/rules/review';
import { MOVE_TYPE, NODE_TYPE, TASK_TYPE, TRIGGER_TYPE } from '../shared/constants';
import { OWN_RULES } from './assignees/own-rules';
import { AssigneeRegistry, type AssigneeRuleType, type Office, type Reserve } from './assignees/registry';
import { Background } from './background';
import { Clock } from './clock';
import { copies } from './copies';
import { delegations } from './delegations';
import { followAccounts } from './mandates/follow-accounts';
import { Mandates } from './mandates/mandates';
import { MoveInstruction } from './node/move-instruction';
import { ReviewInstruction } from './node/review-instruction';
import { phrases } from './phrases';
import { steps } from './steps';
import type { ReviewTools } from './steps/tools';
import { Sweep } from './sweep';
import { tasks } from './tasks';
import { TaskCounter } from './tasks/counter';
import { Notices } from './tasks/notices';
import { Runs } from './runs';
import { runs as startedRuns } from './trigger';
import { TransitionTrigger } from './trigger/transition-trigger';
import { TransitionWatch } from './trigger/transition-watch';
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
  /** Types of assignee rules, and what else is known of posts. */
  readonly assignees = new AssigneeRegistry();
  readonly clock = new Clock(() => this.app);
  readonly background = new Background(() => this.app);
  readonly runs = new Runs(() => this.app, this.background);
  readonly counter = new TaskCounter(() => this.app, this.background);
  readonly notices = new Notices(() => this.app, this.background, this.clock, this.assignees);
  readonly mandates = new Mandates(() => this.tools);
  readonly sweep = new Sweep(() => this.tools);

  protected parts(): DomainPart[] {
    const { tools } = this;
    return [
      { reasons: REVIEW_RULE_REASONS, reasonLabels: REVIEW_REASON_LABELS, assignees: OWN_RULES },
      tasks(tools),
      copies(),
      delegations(tools),
      steps(tools),
      phrases(),
      startedRuns(new TransitionWatch(this.app, this.background, this.runs)),
      followAccounts(this.db, this.mandates),
      this.sweep.part,
      // NocoBase awaits its listeners before it closes the database
      { hears: { beforeStop: () => this.background.idle() } },
    ];
  }

  get tools(): ReviewTools {
    const { app, db, assignees, clock, notices, counter, background, runs, mandates } = this;
    const { catalogue } = foundationOf(app).errors;
    const describe: ReviewTools['describe'] = (reason) => describeReason(reason, 'zh', catalogue.words);
    return { app, db, assignees, clock, notices, counter, background, runs, mandates, describe };
  }

  // eslint-disable-next-line @typescript-eslint/no-misused-promises -- NocoBase waits for it, though its type says nothing
  async beforeLoad(): Promise<void> {
    const { parts } = foundationOf(this.app);
    parts.take('assignees', (types) => types.forEach((each) => this.assignees.add(each)));
    parts.take('office', (office) => this.assignees.registerOffice(office));
    parts.take('reserve', (reserve) => this.assignees.registerReserve(reserve));
  }

  /** The registries of NocoBase's workflows take classes of its own. */
  async load(): Promise<void> {
    await super.load();
    const workflow = workflowOf(this.app);
    const tools = () => this.tools;
    workflow.registerTrigger(TRIGGER_TYPE, new TransitionTrigger(workflow));
    workflow.registerInstruction(NODE_TYPE, new ReviewInstruction(workflow, tools));
    workflow.registerInstruction(MOVE_TYPE, new MoveInstruction(workflow, tools));
    workflow.registerTaskStatsProvider(TASK_TYPE, { collectTaskStats: this.counter.collect });
  }
}

export default PluginReview;
