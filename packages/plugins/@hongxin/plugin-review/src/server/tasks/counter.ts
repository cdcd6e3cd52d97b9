import type { Transaction } from '@nocobase/database';
import type { RepairTaskStatsOptions, TaskStatsRow } from '@nocobase/plugin-workflow';
import type { Application } from '@nocobase/server';
import { TASK_TYPE, TASKS } from '../../shared/constants';
import type { Background } from '../background';
import { Gathering } from '../gathering';
import { workflowOf } from '../workflow-of';

interface Counted {
  userId: number | null;
  workflowKey: string;
}

/** How many tasks each person has, for the count in NocoBase's top bar. */
export class TaskCounter {
  private readonly touched = new WeakMap<Transaction, Map<string, Counted>>();
  private readonly refreshing: Gathering<Counted>;

  constructor(
    private readonly app: () => Application,
    background: Background,
  ) {
    this.refreshing = new Gathering(background, 'counting tasks', (people) => this.refreshAll(people));
  }

  /** Counts anew after the commit: counted inside, two decisions at once would each miss the other. */
  touch(transaction: Transaction, tasks: readonly Counted[]): void {
    const known = this.touched.get(transaction);
    const people = known ?? new Map<string, Counted>();
    if (!known) {
      this.touched.set(transaction, people);
      transaction.afterCommit(() => this.refreshing.add([...people.values()]));
    }
    for (const { userId, workflowKey } of tasks) people.set(`${userId} ${workflowKey}`, { userId, workflowKey });
  }

  private async refreshAll(people: readonly Counted[]): Promise<void> {
    const counted = new Map(people.map((each) => [`${each.userId} ${each.workflowKey}`, each]));
    for (const { userId, workflowKey } of counted.values()) {
      if (userId === null) continue;
      const refresh = () => this.refresh(userId, workflowKey);
      await this.app().lockManager.runExclusive(`hx-review:count:${userId}`, refresh, 10_000);
    }
  }

  private async refresh(userId: number, workflowKey: string): Promise<void> {
    const [stats] = await this.collect({ userIds: [userId], workflowKeys: [workflowKey] });
    await workflowOf(this.app()).updateTaskStatsByWorkflow({
      userId,
      workflowKey,
      type: TASK_TYPE,
      stats: { pending: stats?.pending ?? 0, all: stats?.all ?? 0 },
    });
  }

  /** What NocoBase asks when it repairs its own figures. */
  readonly collect = async ({
    userIds,
    workflowKeys,
    transaction,
  }: RepairTaskStatsOptions): Promise<TaskStatsRow[]> => {
    const { db } = this.app();
    const rows = (await db.getModel(TASKS).findAll({
      attributes: ['userId', 'workflowKey', 'state', [db.sequelize.fn('COUNT', db.sequelize.col('id')), 'count']],
      where: {
        ...(userIds?.length ? { userId: userIds } : {}),
        ...(workflowKeys?.length ? { workflowKey: workflowKeys } : {}),
      },
      group: ['userId', 'workflowKey', 'state'],
      raw: true,
      transaction,
    })) as unknown as { userId: string | null; workflowKey: string; state: string; count: string }[];
    const figures = new Map<string, TaskStatsRow>();
    for (const { userId, workflowKey, state, count } of rows) {
      if (userId === null) continue;
      const key = `${userId} ${workflowKey}`;
      const figure = figures.get(key) ?? { userId: Number(userId), workflowKey, type: TASK_TYPE, pending: 0, all: 0 };
      figure.all += Number(count);
      if (state === 'pending') figure.pending += Number(count);
      figures.set(key, figure);
    }
    return [...figures.values()];
  };
}
