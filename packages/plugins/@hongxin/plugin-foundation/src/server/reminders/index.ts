import { chinaDay } from '@hongxin/rules/mechanism';
import type { Plugin } from '@nocobase/server';
import type { WorkingCalendarService } from '../calendar';
import { runAsSystem } from '../identity';
import type { Jobs } from '../jobs';
import { installChannel, tellUser, type NoticeChannel } from '../notices';
import type { SettingsService } from '../settings';
import type { DueItem, ReminderKind } from './kinds';
import { remindersForm, REMINDERS_SETTING } from './settings';

export type { DueItem, ReminderKind, ReminderScope } from './kinds';

/** Made when it is missing, and then the administrator's. */
const CHANNEL: NoticeChannel = { name: 'hx-reminders', title: '到期提醒' };
/** Lines of one notice; what is beyond is counted. */
const MOST_LINES = 5;
const KEPT_DAYS = 400;

/** Tells people in-app what is due, once: every morning, at most one notice of each kind to each person. */
export class Reminders {
  private readonly kinds = new Map<string, ReminderKind>();

  constructor(
    private readonly plugin: Plugin,
    private readonly settings: SettingsService,
    private readonly calendar: WorkingCalendarService,
    private readonly jobs: Jobs,
  ) {}

  register(...kinds: readonly ReminderKind[]): void {
    for (const kind of kinds) this.kinds.set(kind.name, kind);
  }

  load(): void {
    this.settings.define({ ...REMINDERS_SETTING, form: remindersForm(() => [...this.kinds.values()]) });
    this.jobs.add({ name: 'foundation.reminders', at: '0 30 8 * * *', run: (now) => this.send(now) });
  }

  async install(): Promise<void> {
    await installChannel(this.plugin.app, CHANNEL);
  }

  /** Sends what is due now and has not been told yet. @returns how many notices, by kind */
  async send(now: Date): Promise<Record<string, number>> {
    const { app } = this.plugin;
    const { off, days } = await this.settings.get(REMINDERS_SETTING);
    const today = chinaDay(now);
    const isWorkday = (await this.calendar.load()).isWorkingDay(today) !== false;
    const sent: Record<string, number> = {};
    for (const kind of this.kinds.values()) {
      if (off?.includes(kind.name) || (kind.workingDaysOnly && !isWorkday)) continue;
      const scope = { db: app.db, now, today, days: days?.[kind.name] ?? kind.days };
      sent[kind.name] = await runAsSystem(async () => this.tell(kind, await kind.find(scope), now));
    }
    await this.forget(now);
    return sent;
  }

  private async tell(kind: ReminderKind, items: readonly DueItem[], now: Date): Promise<number> {
    const byUser = new Map<number, DueItem[]>();
    for (const item of await this.untold(kind, items, now))
      byUser.set(item.userId, [...(byUser.get(item.userId) ?? []), item]);
    for (const [userId, own] of byUser) {
      const lines = own.slice(0, MOST_LINES).map(({ text }) => text);
      const more = own.length - MOST_LINES;
      if (more > 0) lines.push({ zh: `另有 ${more} 项`, en: `and ${more} more` });
      await tellUser(this.plugin.app, CHANNEL, { userId, title: kind.title, lines });
    }
    return byUser.size;
  }

  /** Notes the items as told; those noted before, by whichever process, are left out. */
  private async untold(kind: ReminderKind, items: readonly DueItem[], now: Date): Promise<DueItem[]> {
    if (items.length === 0) return [];
    const { db } = this.plugin.app;
    const table = db.getCollection('hxReminders').quotedTableName();
    const keyOf = ({ userId, about, period }: DueItem) => `${kind.name}/${userId}/${about}/${period}`.slice(0, 255);
    const byKey = new Map(items.map((item) => [keyOf(item), item]));
    const userId = db.getModel('hxReminders').rawAttributes.userId.field;
    const sentAt = db.getModel('hxReminders').rawAttributes.sentAt.field;
    const rows = [...byKey].map(([key, item]) => ({ key, userId: item.userId }));
    const [fresh] = await db.sequelize.query(
      `INSERT INTO ${table} ("key", "${userId}", "${sentAt}")
       SELECT r."key", r."userId", :now FROM jsonb_to_recordset(:rows::jsonb) AS r("key" text, "userId" bigint)
       ON CONFLICT DO NOTHING RETURNING "key"`,
      { replacements: { rows: JSON.stringify(rows), now: now.toISOString() } },
    );
    return (fresh as { key: string }[]).flatMap(({ key }) => byKey.get(key) ?? []);
  }

  private async forget(now: Date): Promise<void> {
    const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
    await this.plugin.app.db.getRepository('hxReminders').destroy({ filter: { sentAt: { $lt: before } } });
  }
}
