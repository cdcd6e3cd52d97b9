import { makeCalendar, type WorkingCalendar } from '@hongxin/rules/mechanism';
import { Op, type Model } from '@nocobase/database';
import type { Plugin } from '@nocobase/server';
import { clock } from '../clock';
import { currentIdentity } from '../identity';
import type { ActionsOfResource } from '../own-actions';
import type { SettingsService } from '../settings';
import { officialDays } from './official-days';
import { WORKING_HOURS } from './working-hours';
import { workingTimeAction } from './working-time-action';

/** hxCalendarDays: official holidays and make-up days, editable; working time is counted by it. */
export class WorkingCalendarService {
  constructor(
    private readonly plugin: Plugin,
    private readonly settings: SettingsService,
  ) {}

  get resources(): Readonly<Record<string, ActionsOfResource>> {
    return { hxCalendarDays: { workingTime: workingTimeAction(() => this.load()) } };
  }

  register(): void {
    const { app } = this.plugin;
    this.settings.define(WORKING_HOURS);
    app.db.on('hxCalendarDays.beforeSave', fillDerived);
    app.db.on('hxCalendarDays.beforeBulkCreate', (rows: Model[]) => rows.forEach(fillDerived));
  }

  /**
   * Adds the officially announced days that are not there. Rows an administrator has edited stay as they are; an
   * official day is switched off by editing its kind, not by deleting it, or it would come back here.
   */
  async install(): Promise<void> {
    const { db } = this.plugin.app;
    const days = officialDays(clock.now());
    await db.sequelize.transaction(async (transaction) => {
      const present = await db.getModel('hxCalendarDays').findAll({ attributes: ['date'], raw: true, transaction });
      const known = new Set(present.map((row) => String((row as unknown as { date: string }).date)));
      const missing = days.filter(({ date }) => !known.has(date)).map((day) => ({ ...day, source: 'official' }));
      if (missing.length > 0) await db.getModel('hxCalendarDays').bulkCreate(missing, { transaction });
    });
  }

  /**
   * The working calendar as it stands. A year counts as announced once New Year's Day and National Day are holidays
   * in it: every official arrangement holds both, a single local day off does not.
   */
  async load(): Promise<WorkingCalendar> {
    const model = this.plugin.app.db.getModel('hxCalendarDays');
    const rows = (await model.findAll({
      attributes: ['date', 'kind'],
      where: { date: { [Op.ne]: null } },
      raw: true,
    })) as unknown as { date: string; kind: string }[];
    const days = new Map(rows.map(({ date, kind }) => [String(date), kind === 'workday']));
    const years = new Set(rows.map(({ date }) => Number(String(date).slice(0, 4))));
    const announced = [...years].filter((year) =>
      [`${year}-01-01`, `${year}-10-01`].every((date) => days.get(date) === false),
    );
    return makeCalendar(days, new Set(announced), await this.settings.get(WORKING_HOURS));
  }
}

/** The year follows the date; a day a user writes is theirs from then on. */
function fillDerived(row: Model): void {
  const date: unknown = row.get('date');
  if (date) row.set('year', Number(String(date).slice(0, 4)));
  if (currentIdentity() !== null && (row.isNewRecord || row.changed())) row.set('source', 'manual');
}
