import { foundationOf } from '@hongxin/plugin-foundation';
import { workingMinutesBetween, type WorkingCalendar } from '@hongxin/rules';
import type { Application } from '@nocobase/server';

/** How long a calendar read once is used, in milliseconds [default]: an edited holiday is heeded a minute later. */
const KEPT = 60_000;

/** The time, and working time by the city's calendar. */
export class Clock {
  private calendarRead: { at: number; calendar: WorkingCalendar } | null = null;
  /** Replaced where a test moves the clock. */
  now: () => Date = () => new Date();

  constructor(private readonly app: () => Application) {}

  async calendar(): Promise<WorkingCalendar> {
    const at = Date.now();
    if (!this.calendarRead || at - this.calendarRead.at > KEPT) {
      this.calendarRead = { at, calendar: await foundationOf(this.app()).calendar.load() };
    }
    return this.calendarRead.calendar;
  }

  /** Whole working minutes; null when the calendar does not know the year. */
  async workingMinutes(from: Date, to: Date): Promise<number | null> {
    const spent = workingMinutesBetween(from, to, await this.calendar());
    return spent.ok ? Math.round(spent.minutes) : null;
  }
}
