import { runAsSystem, type DomainPart } from '@hongxin/plugin-foundation';
import type { ReviewTools } from '../steps/tools';
import { startExisting } from './existing';
import { handOverDue } from './mandates';
import { abortOrphans } from './orphans';
import { resumeLost, restartLost } from './lost-runs';
import { dateUndated, remindDue, timeOutDue } from './times';
import { launchNoted } from './noted-runs';

/** Once a minute, on every process: each part claims what it does by the database, so twice is as good as once. */
const EVERY_MINUTE = '7 * * * * *';

/** Makes good what a crash has left undone, and does what time brings. */
export class Sweep {
  private running: Promise<void> | null = null;

  constructor(private readonly tools: () => ReviewTools) {}

  /** Every minute, and at once when the application is there. */
  get part(): DomainPart {
    const title = 'the sweep of reviews';
    return {
      jobs: [
        { name: 'review.sweep', at: EVERY_MINUTE, run: () => this.tools().background.run(title, () => this.run()) },
      ],
      hears: { afterStart: () => this.tools().background.start(`${title} at start`, () => this.run()) },
    };
  }

  /** One after the other inside a process; a part that fails does not keep the others from their turn. */
  async run(): Promise<void> {
    this.running ??= this.sweep().finally(() => {
      this.running = null;
    });
    await this.running;
  }

  private async sweep(): Promise<void> {
    const tools = this.tools();
    for (const part of [
      launchNoted,
      startExisting,
      resumeLost,
      restartLost,
      abortOrphans,
      handOverDue,
      dateUndated,
      remindDue,
      timeOutDue,
    ]) {
      try {
        await runAsSystem(() => part(tools));
      } catch (error) {
        tools.app.logger.error(`the sweep of reviews (${part.name}): ${(error as Error).message}`);
      }
    }
  }
}
