import { monthsBefore } from '@hongxin/rules/mechanism';
import type { Transaction } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { clock } from '../clock';
import type { AccessDeclarations } from '../access/declarations';
import type { CollectionAccess } from '../domain';
import type { EventLog } from '../events';
import type { SettingsService } from '../settings';
import type { TransitionService } from '../transitions';
import { anonymizationOf } from './anonymize';
import { RETENTION } from './settings';

const BATCH = 500;

/** What the settings page shows of one collection. */
export interface RetentionFigure {
  collection: string;
  /** null: kept as long as the programme runs. */
  months: number | null;
  declaredMonths: number | null;
  /** Records whose time is over and that still hold personal data. */
  due: number;
}

/** What says how long records are kept, and when they have come to an end. */
export interface RetentionUses {
  settings: SettingsService;
  events: EventLog;
  access: AccessDeclarations;
  transitions: Pick<TransitionService, 'processOf'>;
}

interface Due {
  condition: string;
  replacements: Record<string, unknown>;
}

/**
 * Records past their time lose their personal data and stay in the statistics. Time counts from the last change; a
 * record of a process only once it has come to an end. Doing it twice changes nothing.
 */
export class Retention {
  constructor(
    private readonly app: Application,
    private readonly uses: RetentionUses,
  ) {}

  async figures(now = clock.now()): Promise<RetentionFigure[]> {
    const { months: overrides } = await this.uses.settings.get(RETENTION);
    const figures: RetentionFigure[] = [];
    for (const access of this.declared()) {
      const months = overrides[access.collection] ?? access.retentionMonths;
      const due = months === null ? 0 : await this.count(access, months, now);
      figures.push({ collection: access.collection, months, declaredMonths: access.retentionMonths, due });
    }
    return figures;
  }

  /** The night's work. @returns how many records were anonymised, by collection */
  async run(now = clock.now()): Promise<Record<string, number>> {
    const rules = await this.uses.settings.get(RETENTION);
    const done: Record<string, number> = {};
    if (!rules.enabled) return done;
    for (const access of this.declared()) {
      const months = rules.months[access.collection] ?? access.retentionMonths;
      if (months === null) continue;
      let total = 0;
      for (;;) {
        const count = await this.app.db.sequelize.transaction((transaction) =>
          this.batch(access, months, now, transaction),
        );
        total += count;
        if (count < BATCH) break;
      }
      if (total > 0) done[access.collection] = total;
    }
    return done;
  }

  private async batch(access: CollectionAccess, months: number, now: Date, transaction: Transaction): Promise<number> {
    const plan = anonymizationOf(this.app.db, access);
    const due = this.due(access, months, now);
    if (!plan || !due) return 0;
    const [rows] = await this.app.db.sequelize.query(
      `UPDATE ${plan.table} SET ${plan.assignments} WHERE ${plan.key} IN (
         SELECT ${plan.key} FROM ${plan.table} WHERE ${due.condition} AND (${plan.isOpen})
         ORDER BY ${plan.key} LIMIT ${BATCH} FOR UPDATE SKIP LOCKED
       ) RETURNING 1`,
      { replacements: due.replacements, transaction },
    );
    if (rows.length > 0) {
      const about = { collectionName: access.collection, recordId: '*', actorId: null };
      const details = { rows: rows.length, months };
      await this.uses.events.append({ ...about, transition: 'anonymized', details }, transaction);
    }
    return rows.length;
  }

  private async count(access: CollectionAccess, months: number, now: Date): Promise<number> {
    const plan = anonymizationOf(this.app.db, access);
    const due = this.due(access, months, now);
    if (!plan || !due) return 0;
    const [rows] = await this.app.db.sequelize.query(
      `SELECT count(*)::int AS count FROM ${plan.table} WHERE ${due.condition} AND (${plan.isOpen})`,
      { replacements: due.replacements },
    );
    return (rows as { count: number }[])[0].count;
  }

  /** @returns null where no column says when a record was last changed */
  private due({ collection: name }: CollectionAccess, months: number, now: Date): Due | null {
    const { rawAttributes } = this.app.db.getCollection(name).model;
    const moment = ['updatedAt', 'createdAt'].find((column) => column in rawAttributes);
    if (!moment) return null;
    const cutoff = monthsBefore(now, months);
    const process = this.uses.transitions.processOf(name)?.definition;
    if (!process) return { condition: `"${moment}" < :cutoff`, replacements: { cutoff } };
    const final = Object.keys(process.states).filter((state) => process.states[state].final);
    const condition = `"${moment}" < :cutoff AND "${process.stateField}" IN (:final)`;
    return { condition, replacements: { cutoff, final: final.length > 0 ? final : [''] } };
  }

  private declared(): CollectionAccess[] {
    return this.uses.access.all().filter(({ collection, personalFields, anonymize }) => {
      const isPersonal = Object.keys(personalFields ?? {}).length > 0 || (anonymize ?? []).length > 0;
      return isPersonal && this.app.db.hasCollection(collection);
    });
  }
}
