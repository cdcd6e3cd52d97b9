import { type Language, type ProcessDefinition, transitionOf } from '@hongxin/rules/mechanism';
import type { Model, Transaction } from '@nocobase/database';
import type { Application, Plugin } from '@nocobase/server';
import type { Context, Next } from '@nocobase/actions';
import { clock } from '../clock';
import type { AccessDeclarations } from '../access/declarations';
import type { Actor, PartyDeclaration, ProcessRegistration } from '../domain';
import { refuse, type ErrorAnswers } from '../errors';
import type { ReasonDescriber } from '../errors/describe';
import type { EventLog } from '../events';
import { runAsSystem, type Identities } from '../identity';
import type { Jobs } from '../jobs';
import type { ActionsOfResource } from '../own-actions';
import { actorOf, transitionActions } from './actions';
import { DeclaredParties } from './declared-parties';
import { historyOf, type HistoryEntry } from './history';
import { TransitionHooks } from './hooks';
import { purgeKeys } from './idempotency';
import { standsInByOwnRole } from './own-roles';
import { isAdministrator, knownGrants, PartyJudge, type PartySources } from './parties';
import type { TransitionEvent } from './event';
import { performTransition } from './perform';
import type { PerformOptions, PerformTools } from './performing';
import { performMany, performReady, type PerformManyOptions, type RefusedItem } from './perform-many';
import { processActions } from './process-resource';
import { shownProcess } from './shown-process';
import { StateGuard } from './state-guard';
import { noteProcess } from './states-of';

export { actorOf } from './actions';
export { claimKey } from './idempotency';
export { isAmong } from './own-roles';
export { recordVisibleTo } from './visible-record';
export { seenBy, sightOf, type Sight } from './sight';
export { type GateAnswer, type GatedAttempt, type TransitionGate, type WitnessedTransition } from './hooks';
export { type TransitionEvent } from './event';
export { type PerformOptions } from './performing';
export { refusalOfMany, type PerformItem, type PerformManyOptions, type RefusedItem } from './perform-many';

/** What transitions use of the other mechanisms. */
export interface TransitionUses {
  errors: ErrorAnswers;
  identities: Identities;
  events: EventLog;
  access: AccessDeclarations;
  jobs: Jobs;
}

/** State changes through this door only: row lock, rights, reasons, effects, event, in one transaction. */
export class TransitionService {
  private readonly processes = new Map<string, ProcessRegistration>();
  private readonly declared: DeclaredParties;
  private readonly guard = new StateGuard((collection) => this.processes.get(collection)?.definition);

  /** Where other plugins stand at the door: gates before, witnesses inside the transaction. */
  readonly hooks = new TransitionHooks();

  constructor(
    private readonly plugin: Plugin,
    private readonly uses: TransitionUses,
  ) {
    this.declared = new DeclaredParties(uses.access.roles);
  }

  get app(): Application {
    return this.plugin.app;
  }

  get describer(): ReasonDescriber {
    return this.uses.errors.describer;
  }

  get access(): AccessDeclarations {
    return this.uses.access;
  }

  get parties(): PartySources {
    return {
      accessOf: (collection) => this.uses.access.declarationOf(collection),
      resolverOf: (relation) => this.declared.resolverOf(relation),
      grantsOf: (userId, transaction) =>
        knownGrants(userId, () => this.uses.identities.areaGrantsOf(userId, transaction)),
      standsIn: (record, actor, transaction) =>
        standsInByOwnRole(
          this.app,
          record,
          actor,
          () => this.uses.identities.areaGrantsOf(Number(actor.userId), transaction),
          transaction,
        ),
    };
  }

  /** Whether the caller's roles and posts are among those who may do this to the record, whatever its state. */
  async mayPerform(record: Model, transition: string, actor: Actor, transaction?: Transaction): Promise<boolean> {
    const { collection } = record.constructor as typeof Model;
    const process = this.processOf(collection.name)?.definition;
    const definition = process && transitionOf(process, transition);
    return definition ? new PartyJudge(this.parties, record, actor, transaction).isEntitled(definition.by) : false;
  }

  registerProcess(process: ProcessRegistration): void {
    this.processes.set(process.definition.collection, process);
    noteProcess(this.app.db, process.definition);
  }

  registerParty(name: string, party: PartyDeclaration, pluginName: string): void {
    this.declared.declare(name, party, pluginName);
  }

  /** Names of all processes, by which deputies and steps speak of them. */
  keys(): string[] {
    return [...this.processes.values()].map(({ definition }) => definition.key);
  }

  processOf(collection: string): ProcessRegistration | undefined {
    return this.processes.get(collection);
  }

  /** A process as people read it, its states called as an administrator has called them; for whatever is shown to somebody. */
  shown(collection: string): ProcessDefinition | undefined {
    const definition = this.processOf(collection)?.definition;
    // not getCollection, which takes what is before a dot for a collection that is there
    return definition && shownProcess(this.app.db.collections.get(collection), definition);
  }

  /** The events of a record, newest last; who may see them is the caller's business. */
  historyOf(collection: string, recordId: string, language: Language): Promise<HistoryEntry[]> {
    return historyOf(this.app.db, this.shown(collection), collection, recordId, language);
  }

  get resources(): Readonly<Record<string, ActionsOfResource>> {
    const all = () => [...this.processes.keys()];
    const shown = (name: string) => this.shown(name);
    return { hxProcesses: processActions({ all, shown, party: (party) => this.declared.shown(party) }) };
  }

  async load(): Promise<void> {
    const { app } = this;
    this.guard.watch(app.db);
    app.use(rememberArrival, { tag: 'hxArrival', before: 'logger' });
    app.resourceManager.registerActionHandlers(transitionActions(this));
    app.acl.setAvailableAction('transition', {
      displayName: '{{t("办理", { ns: "@hongxin/plugin-foundation" })}}',
      type: 'old-data',
      aliases: ['transition'],
      allowConfigureFields: false,
    });
    // Administrators need no grant: which transitions are theirs is the business of `by`.
    app.acl.allow('*', 'transition', (ctx: Context) => Boolean(ctx.state.currentUser) && isAdministrator(actorOf(ctx)));
    this.readWithView(['transitions', 'history']);
    app.on('afterLoad', () => this.declared.check([...this.processes.values()].map(({ definition }) => definition)));
    this.uses.jobs.add({ name: 'foundation.purgeKeys', at: '0 17 * * * *', run: (now) => purgeKeys(app.db, now) });
  }

  /**
   * Performs a transition; see `performTransition` for what it refuses.
   * @returns the record after it, effects included
   */
  async perform(options: PerformOptions): Promise<Model> {
    const process = this.processes.get(options.collection);
    if (!process) throw refuse(404, 'NO_PROCESS', { collection: options.collection });
    const { app, tools } = this;
    const work = async (transaction: Transaction): Promise<Model> => {
      const { record, event } = await performTransition(tools, process, { ...options, transaction });
      if (event) transaction.afterCommit(() => this.announce(event));
      if (process.effects?.[options.transition]?.length) await record.reload({ transaction });
      return record;
    };
    return options.transaction ? work(options.transaction) : app.db.sequelize.transaction(work);
  }

  /** Performs one transition of many records, all or none; see `performMany` for what is done at once. */
  async performMany(options: PerformManyOptions): Promise<void> {
    const process = this.processes.get(options.collection);
    if (!process) throw refuse(404, 'NO_PROCESS', { collection: options.collection });
    if (options.items.length === 0) return;
    const work = async (transaction: Transaction): Promise<void> => {
      const events = await performMany(this.tools, process, { ...options, transaction });
      transaction.afterCommit(async () => {
        for (const event of events) await this.announce(event);
      });
    };
    await (options.transaction ? work(options.transaction) : this.app.db.sequelize.transaction(work));
  }

  /**
   * Performs one transition of those of many records that nothing speaks against, and tells the others.
   * @returns how many were performed, and every record that was not, with why
   */
  async performReady(options: PerformManyOptions): Promise<{ performed: number; refused: RefusedItem[] }> {
    const process = this.processes.get(options.collection);
    if (!process) throw refuse(404, 'NO_PROCESS', { collection: options.collection });
    if (options.items.length === 0) return { performed: 0, refused: [] };
    const work = async (transaction: Transaction): Promise<{ performed: number; refused: RefusedItem[] }> => {
      const { events, refused } = await performReady(this.tools, process, { ...options, transaction });
      transaction.afterCommit(async () => {
        for (const event of events) await this.announce(event);
      });
      return { performed: events.length, refused };
    };
    return options.transaction ? work(options.transaction) : this.app.db.sequelize.transaction(work);
  }

  private get tools(): PerformTools {
    const { app, guard, hooks } = this;
    return { db: app.db, events: this.uses.events, parties: this.parties, guard, hooks };
  }

  /** Tells the listeners. The transition is committed: what a listener fails at is logged and undoes nothing. */
  private async announce(event: TransitionEvent): Promise<void> {
    try {
      await runAsSystem(() => this.app.emitAsync('hx.transition', event));
    } catch (error) {
      this.app.logger.error(`a listener of hx.transition failed: ${(error as Error).message}`, { event });
    }
  }

  /** Whoever may view a record may read its open transitions and history. */
  private readWithView(actions: readonly string[]): void {
    const { acl } = this.app;
    const { options } = acl.getAvailableAction('view');
    acl.setAvailableAction('view', { ...options, aliases: [...[options.aliases ?? []].flat(), ...actions] });
  }
}

/** When a request came in, before anything waited: what tells a lost race from a late click. */
async function rememberArrival(ctx: Context, next: Next): Promise<void> {
  ctx.state.hxArrivedAt = clock.now();
  await next();
}
