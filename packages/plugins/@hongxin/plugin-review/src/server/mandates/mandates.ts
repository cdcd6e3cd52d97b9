import { runAsSystem } from '@hongxin/plugin-foundation';
import { chinaDay } from '@hongxin/rules/mechanism';
import { Op, type Model, type Transaction } from '@nocobase/database';
import { TASKS } from '../../shared/constants';
import { mandatesOf } from '../delegations/deputies';
import { handOver } from '../steps/hand-over';
import { STEPS } from '../steps/rows';
import type { KeepsMandates, MandateChange, ReviewTools } from '../steps/tools';

/**
 * Keeps tasks with those who may decide them: after every change of posts, roles and accounts, when the city's day begins,
 * and before anybody is shown a list. Deciding itself asks the mandate anew and relies on none of this.
 */
export class Mandates implements KeepsMandates {
  /** People whose tasks were looked at, and on which day; a change takes them out. */
  private readonly lookedAt = new Map<number, string>();
  private noted: Required<MandateChange> = nothing();
  private working: Promise<void> | null = null;

  constructor(private readonly tools: () => ReviewTools) {}

  /** Looks at the steps that a change concerns once it is committed. */
  changed(change: MandateChange, transaction?: Transaction): void {
    const note = (): void => {
      for (const id of change.userIds ?? []) this.lookedAt.delete(id);
      if (change.all) this.lookedAt.clear();
      this.noted = {
        userIds: [...this.noted.userIds, ...(change.userIds ?? [])],
        areaCodes: [...this.noted.areaCodes, ...(change.areaCodes ?? [])],
        orphans: this.noted.orphans || Boolean(change.orphans),
        all: this.noted.all || Boolean(change.all),
      };
      this.working ??= this.tools().background.run('handing tasks over', () => this.work());
    };
    if (transaction) transaction.afterCommit(note);
    else note();
  }

  /** Before a person's list is shown: their tasks, and those of whom they stand in for, are theirs today. */
  async settle(userId: number): Promise<void> {
    const tools = this.tools();
    if (this.working) await this.working;
    const today = chinaDay(tools.clock.now());
    const mandates = await mandatesOf(tools, userId);
    const people = [userId, ...mandates.map((mandate) => mandate.userId)];
    const unseen = people.filter((id) => this.lookedAt.get(id) !== today);
    if (unseen.length === 0) return;
    await this.lookAt(await this.stepsOf({ userIds: unseen }));
    for (const id of unseen) this.lookedAt.set(id, today);
  }

  /** Steps of these keys, one after the other; one that fails does not keep the others. */
  async lookAt(stepIds: readonly string[]): Promise<void> {
    const tools = this.tools();
    for (const id of stepIds) {
      try {
        await runAsSystem(() => handOver(tools, id));
      } catch (error) {
        tools.app.logger.error(`handing a task over: ${(error as Error).message}`, { stepId: id });
      }
    }
  }

  private async work(): Promise<void> {
    try {
      for (let change = this.take(); change; change = this.take()) await this.lookAt(await this.stepsOf(change));
    } finally {
      this.working = null;
    }
  }

  private take(): Required<MandateChange> | null {
    const { noted } = this;
    this.noted = nothing();
    const isEmpty = noted.userIds.length + noted.areaCodes.length === 0 && !noted.orphans && !noted.all;
    return isEmpty ? null : noted;
  }

  private async stepsOf({ userIds = [], areaCodes = [], orphans, all }: MandateChange): Promise<string[]> {
    const { db } = this.tools();
    const found = new Set<string>();
    const waiting = { state: ['pending', 'waiting'] };
    const people = [
      ...(userIds.length > 0 ? [{ userId: [...new Set(userIds)] }] : []),
      ...(orphans ? [{ userId: null }] : []),
    ];
    if (people.length > 0 && !all) {
      const where = { ...waiting, [Op.or]: people };
      const rows = (await db.getModel(TASKS).findAll({ attributes: ['stepId'], where, group: ['stepId'] })) as Model[];
      for (const row of rows) found.add(String(row.get('stepId')));
    }
    if (areaCodes.length > 0 || all) {
      // the steps below a place ask its posts, and a child's code begins with its parent's
      const inside = [...new Set(areaCodes)].map((code) => ({ areaCode: { [Op.startsWith]: code } }));
      const where = { state: 'pending', ...(all ? {} : { [Op.or]: inside }) };
      const rows = (await db.getModel(STEPS).findAll({ attributes: ['id'], where, order: [['id', 'ASC']] })) as Model[];
      for (const row of rows) found.add(String(row.get('id')));
    }
    return [...found];
  }
}

function nothing(): Required<MandateChange> {
  return { userIds: [], areaCodes: [], orphans: false, all: false };
}
