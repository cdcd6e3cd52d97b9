import type { Plugin } from '@nocobase/server';
import { clock } from '../clock';
import { runAsSystem } from '../identity';
import { hasPassedToday } from './daily';

/** Work that comes back by the clock. */
export interface Job {
  /** Unique among all plugins, e.g. `foundation.reminders`; also the name of its lock and what the log calls it. */
  name: string;
  /** Six fields of cron, in China's time. */
  at: string;
  /** @param now the moment of this run, by the pack's clock */
  run(now: Date): Promise<unknown>;
}

const TIME_ZONE = 'Asia/Shanghai';
/** How long a run may hold its lock, in milliseconds [default]. */
const LOCK_KEPT = 600_000;

/** Every job of the pack by its name: when, in whose name and under which lock it runs, and what is said when it fails. */
export class Jobs {
  private readonly jobs = new Map<string, Job>();

  constructor(private readonly plugin: Plugin) {
    plugin.app.on('afterStart', () => {
      this.catchUp().catch((error: Error) => this.failed('those of today', error));
    });
  }

  /** @throws when the name is taken */
  add(job: Job): void {
    if (this.jobs.has(job.name)) throw new Error(`the job ${job.name} is there already`);
    this.jobs.set(job.name, job);
    const { app } = this.plugin;
    app.cronJobManager.addJob({
      cronTime: job.at,
      timeZone: TIME_ZONE,
      onTick: () => {
        this.run(job.name).catch((error: Error) => this.failed(job.name, error));
      },
    });
  }

  /**
   * Runs, after a start, the daily jobs whose hour has passed today: the server may have been off just then, and a morning's
   * reminders would be lost. Each of them finds nothing left to do where it has run already. @returns their names
   */
  async catchUp(): Promise<string[]> {
    const due = this.all.filter(({ at }) => hasPassedToday(at, clock.now())).map(({ name }) => name);
    for (const name of due) await this.run(name).catch((error: Error) => this.failed(name, error));
    return due;
  }

  private failed(name: string, { message, stack }: Error): void {
    this.plugin.app.logger.error(`the job ${name}: ${message}`, { stack });
  }

  get all(): readonly Job[] {
    return [...this.jobs.values()];
  }

  /**
   * Runs a job as its hour does, and waits for it.
   * @throws what the job throws
   */
  async run(name: string): Promise<unknown> {
    const job = this.jobs.get(name);
    if (!job) throw new Error(`there is no job ${name}`);
    return this.plugin.app.lockManager.runExclusive(
      `hx.job.${name}`,
      () => runAsSystem(() => job.run(clock.now())),
      LOCK_KEPT,
    );
  }
}
