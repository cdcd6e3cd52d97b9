import { runAsSystem } from '@hongxin/plugin-foundation';
import type { Transaction } from '@nocobase/database';
import type { Application } from '@nocobase/server';

/**
 * Work that follows a commit and that nobody waits for: counts, notices, the beginning of noted runs. It is kept track
 * of, so that a stop waits for it; what fails is logged, and what must not be lost is found again by the sweep.
 */
export class Background {
  private readonly running = new Set<Promise<void>>();

  constructor(private readonly app: () => Application) {}

  afterCommit(transaction: Transaction | undefined, title: string, work: () => Promise<void>): void {
    if (transaction) transaction.afterCommit(() => this.start(title, work));
    else this.start(title, work);
  }

  start(title: string, work: () => Promise<void>): void {
    void this.run(title, work); // it never rejects
  }

  /** As `start`, for who waits for it. */
  async run(title: string, work: () => Promise<void>): Promise<void> {
    const run = this.attempt(title, () => runAsSystem(work)).then(() => {
      this.running.delete(run);
    });
    this.running.add(run);
    await run;
  }

  /** A part of what is under way: an error is logged, and what follows it goes on. */
  async attempt(title: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const { message, stack } = error as Error;
      this.app().logger.error(`${title}: ${message}`, { stack });
    }
  }

  /** Resolves when nothing is under way any more. */
  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
  }
}
