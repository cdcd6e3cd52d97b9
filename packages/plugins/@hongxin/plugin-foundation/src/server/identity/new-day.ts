import { chinaDay } from '@hongxin/rules/mechanism';
import { clock } from '../clock';
import { runAsSystem } from './identity';

/** Work that a new day in China asks for, whatever hour it is when somebody first asks. */
export type DayWork = (day: string) => Promise<void>;

/**
 * Lets a day begin once in this process: whoever comes first waits for the work, all others with them, and nobody is served
 * by yesterday's rights. Later requests of the day only compare two texts.
 */
export class NewDay {
  private readonly works: DayWork[] = [];
  private begun: { day: string; work: Promise<void> } | null = null;

  /** Adds work for the beginning of every day. */
  add(work: DayWork): void {
    this.works.push(work);
    this.begun = null;
  }

  /**
   * Begins the day unless it has begun.
   * @throws what the work throws; the next one who asks tries again
   */
  begin(): Promise<void> {
    const day = chinaDay(clock.now());
    if (this.begun?.day !== day) {
      const begun = { day, work: runAsSystem(() => this.run(day)) };
      this.begun = begun;
      begun.work.catch(() => {
        if (this.begun === begun) this.begun = null;
      });
    }
    return this.begun.work;
  }

  private async run(day: string): Promise<void> {
    for (const work of this.works) await work(day);
  }
}
