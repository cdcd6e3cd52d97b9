import type { Transaction } from '@nocobase/database';
import type { Plugin } from '@nocobase/server';
import type { EventChains, EventLog } from '../events';
import type { Jobs } from '../jobs';
import type { ActionsOfResource } from '../own-actions';
import type { TransitionService } from '../transitions';
import { traceActions } from './actions';
import { noteNewEvents } from './database';
import { traceKeys, type TraceKeys } from './keys';
import { EventSealer } from './sealer';
import { bindRoleTrace } from './role-changes';
import { bindRowTrace, type RowTraceOptions } from './row-changes';
import { TraceVerifier, type ChainHead, type Verification } from './verify';

/** How long committed events wait for their link, so that a busy moment is linked in few transactions, in ms. */
const SEAL_DELAY_MS = 1000;

/** The log is written by what is traced, and the chain is what the log is linked by: each is there when it is used. */
export interface TraceUses {
  jobs: Jobs;
  events(): EventLog;
  transitions(): TransitionService;
}

/** The chains over hxEvents, and what of NocoBase's own work is written into it. */
export class TraceService implements EventChains {
  private known?: TraceKeys;
  private sealing?: EventSealer;
  private timer?: NodeJS.Timeout;
  private running: Promise<unknown> = Promise.resolve();
  private isStopped = false;

  constructor(
    private readonly plugin: Plugin,
    private readonly uses: TraceUses,
  ) {}

  get keys(): TraceKeys {
    this.known ??= traceKeys(process.env);
    return this.known;
  }

  get resources(): Readonly<Record<string, ActionsOfResource>> {
    const { events, transitions } = this.uses;
    const doors = { verify: () => this.verify(), log: events(), processes: transitions() };
    return { hxTrace: traceActions(this.plugin.app, doors) };
  }

  load(): void {
    const { app } = this.plugin;
    const { events, jobs } = this.uses;
    bindRoleTrace(app.db, events);
    bindRowTrace(app.db, events, { collection: 'hxSettings', recordKey: 'key' });
    const byUsers = { onlyUsers: true };
    bindRowTrace(app.db, events, { collection: 'systemSettings', ...byUsers });
    bindRowTrace(app.db, events, { collection: 'authenticators', recordKey: 'name', ...byUsers });
    bindRowTrace(app.db, events, { collection: 'roles', recordKey: 'name', ...byUsers });
    const rights = { as: 'roles', recordKey: 'roleName', ...byUsers };
    bindRowTrace(app.db, events, { collection: 'dataSourcesRolesResources', ...rights });
    bindRowTrace(app.db, events, { collection: 'dataSourcesRolesResourcesActions', ...byUsers });
    bindRowTrace(app.db, events, { collection: 'dataSourcesRolesResourcesScopes', ...byUsers });
    jobs.add({ name: 'foundation.seal', at: '23 * * * * *', run: async () => this.sealSoon(0) });
    app.on('afterStart', () => {
      this.isStopped = false;
    });
    // eslint-disable-next-line @typescript-eslint/no-misused-promises -- NocoBase waits for its listeners (emitAsync)
    app.on('beforeStop', async () => {
      this.isStopped = true;
      clearTimeout(this.timer);
      this.timer = undefined;
      await this.running;
    });
  }

  async install(): Promise<void> {
    await noteNewEvents(this.plugin.app.db);
    await this.sealer.adopt();
  }

  /** Events for every created, changed and deleted row of a collection of the pack. */
  watchRows(collection: string, options: Omit<RowTraceOptions, 'collection'> = {}): void {
    bindRowTrace(this.plugin.app.db, this.uses.events, { collection, ...options });
  }

  /** Links the events of a transaction soon after its commit. */
  sealAfter(transaction: Transaction): void {
    transaction.afterCommit(() => this.sealSoon(SEAL_DELAY_MS));
  }

  /**
   * Links what waits, then compares the whole log with its chains.
   * @param expected heads noted earlier, outside the installation
   */
  async verify(expected: Readonly<Record<string, ChainHead>> = {}): Promise<Verification> {
    await this.sealer.seal(true);
    return new TraceVerifier(this.plugin.app.db, this.keys, expected).run();
  }

  private get sealer(): EventSealer {
    this.sealing ??= new EventSealer(this.plugin.app.db, this.keys);
    return this.sealing;
  }

  private sealSoon(delay: number): void {
    if (this.timer || this.isStopped) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.running = this.running
        .then(() => this.sealer.seal(false))
        .catch((error: Error) => {
          // The note in hxEventsPending stays: the next round links these events too.
          this.plugin.app.logger.error(`linking events: ${error.message}`);
        });
    }, delay);
    this.timer.unref();
  }
}
