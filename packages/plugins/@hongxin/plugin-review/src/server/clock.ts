import { clock, foundationOf } from '@hongxin/plugin-foundation';
import { workingMinutesBetween, type WorkingCalendar } from '@hongxin/rules/mechanism';
import type { Application } from '@nocobase/server';

/** How long a calendar read once is used, in milliseconds [default]: an edited holiday is heeded a minute later. */
const KEPT = 60_000;

/** The time, and working time by the city's calendar. */
export class Clock {
  private calendarRead: { at: number; calendar: WorkingCalendar } | null = null;
  private reading: Promise<WorkingCalendar> | null = null;
  /** The foundation's time and no other: whoever turns that one turns the reviews'. */
  readonly now = (): Date => clock.now();

  constructor(private readonly app: () => Application) {}

  /**
   * The calendar as read a moment ago; an older one is read anew meanwhile. Waiting for it inside a transaction would
   * take a second connection: a few such at once, and all wait for each other.
   */
  async calendar(): Promise<WorkingCalendar> {
    const { calendarRead } = this;
    if (!calendarRead) return this.read();
    if (Math.abs(this.now().getTime() - calendarRead.at) > KEPT) {
      this.calendarRead = { ...calendarRead, at: this.now().getTime() };
      this.read().catch((error: Error) => this.app().logger.error(`reading the working calendar: ${error.message}`));
    }
    return calendarRead.calendar;
  }

  private read(): Promise<WorkingCalendar> {
    this.reading ??= foundationOf(this.app())
      .calendar.load()
      .then((calendar) => {
        this.calendarRead = { at: this.now().getTime(), calendar };
        return calendar;
      })
      .finally(() => {
        this.reading = null;
      });
    return this.reading;
  }

  /** Whole working minutes; null when the calendar does not know the year. */
  async workingMinutes(from: Date, to: Date): Promise<number | null> {
    const spent = workingMinutesBetween(from, to, await this.calendar());
    // what another machine's clock has dated ahead has waited for nothing yet
    return spent.ok ? Math.max(0, Math.round(spent.minutes)) : null;
  }
}
