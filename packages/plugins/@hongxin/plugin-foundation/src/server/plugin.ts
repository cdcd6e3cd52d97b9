import { Plugin } from '@nocobase/server';
import { rememberApplication } from './application-of';
import { AccessControl } from './access';
import { rememberDeclarations } from './access/declarations-of';
import { Accounts } from './accounts';
import { WorkingCalendarService } from './calendar';
import { clock } from './clock';
import { keepAnswers } from './delivery';
import { ErrorAnswers } from './errors';
import { registerReasonLabels, registerReasonTexts } from './errors/reason-texts';
import { EventLog } from './events';
import { foundationDomain } from './foundation-domain';
import { FOUNDATION } from './name';
import { guardGateway } from './gateway';
import { HostPlugins } from './host-plugins';
import { Identities } from './identity';
import { Jobs } from './jobs';
import { KnownLanguages } from './errors/known-language';
import { BoundedRepository } from './lists/bounded-repository';
import { listIndexes, placeFieldOf } from './lists/list-indexes';
import { NumberService } from './numbering';
import { installChannel } from './notices';
import { OwnActions } from './own-actions';
import { OwnTables } from './own-tables';
import { installConstraints, installIndexes, PartTakers, type CompletePart } from './parts';
import { Privacy } from './privacy';
import { OneProcess } from './processes';
import { CodeProtection } from './protection';
import { bindRules } from './records/rules';
import { Reminders } from './reminders';
import { SeedService } from './seeding';
import { SettingsService } from './settings';
import { settingForms } from './settings/forms-endpoint';
import { TraceService } from './trace';
import { provideVerifyCommand } from './trace/command';
import { REVEAL_BODY } from './access/personal/reveal';
import { TransitionService } from './transitions';
import { TRANSITION_BODY } from './transitions/request';
import { SeedTranslations } from './translations';

/** The mechanisms of the pack; every domain plugin registers what it declares here. */
export class PluginFoundation extends Plugin {
  readonly errors: ErrorAnswers = new ErrorAnswers(this, (collection) => this.transitions.shown(collection));
  readonly identities = new Identities(this);
  readonly jobs = new Jobs(this);
  readonly trace: TraceService = new TraceService(this, {
    jobs: this.jobs,
    events: () => this.events,
    transitions: () => this.transitions,
  });
  readonly events: EventLog = new EventLog(this, this.trace);
  readonly numbers = new NumberService(this);
  readonly settings = new SettingsService(this);
  readonly clock = clock;
  readonly calendar = new WorkingCalendarService(this, this.settings);
  readonly reminders = new Reminders(this, this.settings, this.calendar, this.jobs);
  readonly accounts: Accounts = new Accounts(this, {
    settings: this.settings,
    events: this.events,
    jobs: this.jobs,
  });
  readonly protection = new CodeProtection(this);
  readonly access: AccessControl = new AccessControl(this, {
    errors: this.errors,
    events: this.events,
    protection: this.protection,
    revealLimit: () => this.privacy.revealLimit,
  });
  readonly transitions: TransitionService = new TransitionService(this, {
    errors: this.errors,
    identities: this.identities,
    events: this.events,
    access: this.access,
    jobs: this.jobs,
  });
  readonly privacy: Privacy = new Privacy(this, {
    settings: this.settings,
    events: this.events,
    access: this.access,
    transitions: this.transitions,
    jobs: this.jobs,
  });
  readonly seeds = new SeedService(this, this.access);
  readonly ownActions = new OwnActions(this);
  readonly ownTables = new OwnTables(this);
  readonly processes = new OneProcess(this);
  private readonly hostPlugins = new HostPlugins(this);

  /** Row checks of imports are registered here. */
  get imports(): AccessControl['imports'] {
    return this.access.imports;
  }

  private readonly domains = new Map<string, CompletePart>();
  /** What becomes of the keys of a part; other plugins add theirs. */
  readonly parts = new PartTakers();
  readonly translations = new SeedTranslations(this, this.domains);

  /** NocoBase calls this before its gateway listens and before it reads its command line; where the plugin is uploaded later, `afterAdd` is the first call. */
  static async staticImport(): Promise<void> {
    guardGateway();
    provideVerifyCommand((app, expected) => (app.pm.get(FOUNDATION) as PluginFoundation).trace.verify(expected));
  }

  afterAdd(): void {
    guardGateway();
  }

  // eslint-disable-next-line @typescript-eslint/no-misused-promises -- NocoBase waits for it, though its type says nothing
  async beforeLoad(): Promise<void> {
    rememberApplication(this.app);
    this.db.registerRepositories({ [BoundedRepository.name]: BoundedRepository });
    rememberDeclarations(this.app, this.access);
    this.takeParts();
    await this.processes.beforeLoad();
    this.errors.beforeLoad();
    this.events.beforeLoad();
    this.protection.beforeLoad();
    this.ownTables.beforeLoad();
    this.translations.beforeLoad();
  }

  async load(): Promise<void> {
    new KnownLanguages(this.app).load();
    keepAnswers(this.app);
    this.hostPlugins.load();
    await this.identities.load();
    this.ownActions.load();
    this.trace.load();
    await this.numbers.load();
    this.settings.load();
    this.calendar.register();
    this.reminders.load();
    this.accounts.load();
    await this.transitions.load();
    await this.access.load();
    this.privacy.load();
    await this.protection.load();
    await this.seeds.load();
    this.translations.load();
    const resources = {
      ...this.trace.resources,
      ...this.calendar.resources,
      ...this.transitions.resources,
      ...this.access.resources,
      ...this.privacy.resources,
      ...this.seeds.resources,
      hxSettingForms: settingForms(this.settings),
      hxAccounts: this.accounts.actions,
    };
    // actions that NocoBase's own check asks for, on every collection: here only what their bodies hold
    const { registry } = this.ownActions;
    registry.add('*:transition', { right: 'transition', record: true, body: TRANSITION_BODY }, this.name);
    registry.add('*:reveal', { right: 'reveal', record: true, body: REVEAL_BODY }, this.name);
    const { hears } = this.hostPlugins;
    this.register(this.name, { ...foundationDomain(this.privacy.requests), resources, hears });
  }

  /** What another process of this installation has told. */
  async handleSyncMessage(message: unknown): Promise<void> {
    await this.identities.caches.hear(message);
  }

  async install(): Promise<void> {
    await this.events.install();
    await this.calendar.install();
    await this.reminders.install();
    await this.seeds.install();
    await this.applySeeds(this.name);
  }

  async upgrade(): Promise<void> {
    await this.events.install();
    await this.calendar.install();
    await this.reminders.install();
    await this.seeds.install();
    await this.applySeeds(this.name);
    await this.ownTables.upgrade();
    await this.hostPlugins.upgrade();
  }

  /** Takes what a domain plugin brings; called from its `load()`. */
  register(pluginName: string, part: CompletePart): void {
    this.domains.set(pluginName, part);
    this.seeds.register(pluginName, part);
    this.parts.give(pluginName, part);
  }

  private takeParts(): void {
    const { parts, transitions, access, errors, app } = this;
    parts.take('reasons', registerReasonTexts);
    parts.take('reasonLabels', registerReasonLabels);
    parts.take('processes', (processes) => processes.forEach((each) => transitions.registerProcess(each)));
    parts.take('parties', (parties, pluginName) =>
      Object.entries(parties).forEach(([name, party]) => transitions.registerParty(name, party, pluginName)),
    );
    parts.take('numbers', (series) => series.forEach((each) => this.numbers.registerSeries(each)));
    parts.take('constraints', (constraints) =>
      constraints.forEach(({ name, reason }) => reason && errors.catalogue.registerConstraint(name, reason)),
    );
    parts.take('roles', (roles, pluginName) => access.roles.declare(roles, pluginName));
    parts.take('grants', (grants, pluginName) => grants.forEach((each) => access.grant(each, pluginName)));
    parts.take('access', (declarations, pluginName) => {
      for (const declaration of declarations) {
        access.register(declaration, pluginName);
        if (declaration.traced) this.trace.watchRows(declaration.collection);
      }
    });
    parts.take('rules', (rules) => Object.entries(rules).forEach(([name, each]) => bindRules(app.db, name, each)));
    parts.take('follows', (follows) =>
      Object.entries(follows).forEach(([event, works]) => works.forEach((work) => app.db.on(event, work))),
    );
    parts.take('hears', (hears) => Object.entries(hears).forEach(([event, work]) => app.on(event, work)));
    parts.take('settings', (settings) => settings.forEach((each) => this.settings.define(each)));
    parts.take('resources', (resources, pluginName) => this.ownActions.define(resources, pluginName));
    parts.take('reminders', (kinds) => this.reminders.register(...kinds));
    parts.take('areaGrants', (provider) => this.identities.provideAreaGrants(provider));
    parts.take('newDay', (works) => works.forEach((work) => this.identities.newDay.add(work)));
    parts.take('gates', (gates) => gates.forEach((gate) => transitions.hooks.registerGate(gate)));
    parts.take('witnesses', (witnesses) => witnesses.forEach((each) => transitions.hooks.registerWitness(each)));
    parts.take('choiceTexts', (texts) => texts.forEach((each) => this.translations.provide(each)));
    parts.take('jobs', (jobs) => jobs.forEach((job) => this.jobs.add(job)));
  }

  /** Writes a plugin's collections, roles, pages and workflows, once; called from its `install()` and `upgrade()`. */
  async applySeeds(pluginName: string): Promise<void> {
    const domain = this.domains.get(pluginName);
    if (!domain) throw new Error(`${pluginName} has not registered its domain`);
    await installConstraints(this.db, domain.constraints ?? []);
    const ofLists = listIndexes(
      domain.pages ?? [],
      (collection) => placeFieldOf(this.access.declarationOf(collection)),
      (collection) => Object.keys(this.db.getCollection(collection)?.model.rawAttributes ?? {}),
    );
    await installIndexes(this.db, [...(domain.indexes ?? []), ...ofLists]);
    for (const channel of domain.channels ?? []) await installChannel(this.app, channel);
    await this.seeds.apply(pluginName, domain);
    await this.privacy.consents.publish(domain.notices ?? []);
  }
}

export default PluginFoundation;
