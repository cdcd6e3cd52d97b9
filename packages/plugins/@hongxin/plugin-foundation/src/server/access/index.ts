import type { HandlerType } from '@nocobase/resourcer';
import type { Application, Plugin } from '@nocobase/server';
import type { CollectionAccess, FurtherGrants } from '../domain';
import type { ErrorAnswers } from '../errors';
import { registerReasonTexts } from '../errors/reason-texts';
import type { EventLog } from '../events';
import { handler } from '../handler';
import type { RevealLimit } from '../privacy/reveal-limit';
import type { CodeProtection } from '../protection';
import { AccessDeclarations } from './declarations';
import { exportGuard, liftExportLimit } from './export/guard';
import { fileGuard } from './files/guard';
import { uploadsGuard } from './files/uploads';
import { hostRequestsGuard, machineGuard } from './host-doors';
import { watchFileTypes } from './files/types';
import type { ActionsOfResource } from '../own-actions';
import { GrantSeeder, type GrantState } from './grants';
import { checkDeclared } from './grants/check';
import type { AppliedGrant } from './grants/applied';
import { departureActions } from './grants/endpoint';
import { rightsLinkGuard } from './grants/link-doors';
import { importAction, previewAction } from './import/action';
import { ImportService } from './import/service';
import { revealAction } from './personal/reveal';
import { watchFinds } from './read/finds';
import { guardTools } from './read/assistant-tools';
import { assistantGuard } from './read/assistants';
import { countMoments } from './read/chart-moments';
import { chartGuard } from './read/charts';
import { dataSourceHeader, dataSourceValues } from './read/data-source';
import { normalizeParameters, readGuard } from './read/guard';
import { templateGuard } from './read/templates';
import { ACCESS_REASONS } from './reasons';
import { watchScopes } from './scopes';
import { rememberSnippetAnswers } from './rights/snippet-answers';
import { spareCreateScope } from './write/create-scope';
import { writeGuard } from './write/guard';
import { RowGuard } from './write/rows';
import { ServerRecords } from './write/server-records';

/** What the guards use of the other mechanisms. */
export interface AccessUses {
  errors: ErrorAnswers;
  events: EventLog;
  protection: CodeProtection;
  revealLimit(): RevealLimit;
}

/** Who may see and change what, on every path. */
export class AccessControl extends AccessDeclarations {
  private readonly grants: GrantSeeder;
  /** Imports of whole sheets; domain plugins add their row checks here. */
  readonly imports: ImportService;

  constructor(
    protected readonly plugin: Plugin,
    private readonly uses: AccessUses,
  ) {
    super();
    const { errors, events, protection } = uses;
    const db = () => plugin.db;
    this.grants = new GrantSeeder(db, protection, this.tables, this.roles);
    this.imports = new ImportService({ db, access: this, errors, events });
    registerReasonTexts(ACCESS_REASONS);
  }

  get resources(): Readonly<Record<string, ActionsOfResource>> {
    return { hxDepartures: departureActions(this.plugin, this.grants, this.roles) };
  }

  /** @throws when another plugin declares access to the collection, or grants a role of the declaration on it */
  register(access: CollectionAccess, pluginName: string): void {
    this.tables.declare(access, pluginName);
  }

  /** Rights of a plugin's own roles on a collection of another one; @throws when another plugin grants the role too */
  grant(further: FurtherGrants, pluginName: string): void {
    this.tables.grant(further, pluginName);
  }

  /** Writes what the plugin grants into NocoBase's role tables; an administrator's edits stay. Called once per install and upgrade. */
  async seedGrants(pluginName: string): Promise<void> {
    await this.grants.ensureRoles();
    await this.grants.seed(pluginName);
  }

  /** How a seeded grant (`role/<role>/<collection>`) stands to what is shipped. */
  grantState(key: string, options: Readonly<Record<string, unknown>>): Promise<GrantState> {
    return this.grants.stateOf(key, options.applied as AppliedGrant | undefined);
  }

  /** Puts the shipped grant back in the place of an edited one. */
  reapplyGrant(key: string): Promise<void> {
    return this.grants.reapply(key);
  }

  async load(): Promise<void> {
    const { app } = this.plugin;
    watchScopes(app);
    app.on('afterStart', () => rememberSnippetAnswers(app.acl));
    // eslint-disable-next-line @typescript-eslint/no-misused-promises -- NocoBase waits for its listeners (emitAsync)
    app.on('afterStart', () => guardTools(app, this, this.uses.errors));
    app.acl.setAvailableAction('reveal', {
      displayName: '{{t("查看原文", { ns: "@hongxin/plugin-foundation" })}}',
      type: 'old-data',
      allowConfigureFields: true,
    });
    app.acl.use(handler(spareCreateScope(app, this)), { tag: 'hxCreateScope', before: 'core' });
    const { resourceManager } = app;
    resourceManager.use(handler(normalizeParameters(app, this)), {
      tag: 'hxNormalize',
      after: 'hxIdentity',
      before: 'acl',
    });
    resourceManager.use(handler(readGuard(app, this)), { tag: 'hxReadGuard', after: ['acl', 'hxRequestChecks'] });
    resourceManager.use(handler(writeGuard(app, this)), { tag: 'hxWriteGuard', after: 'hxReadGuard' });
    new RowGuard(app, this).watch();
    const serverRecords = new ServerRecords(app, this);
    serverRecords.watch();
    resourceManager.use(handler(serverRecords.guard()), { tag: 'hxServerRecords', after: ['acl', 'hxIdentity'] });
    const events = () => this.uses.events;
    app.use(dataSourceHeader(app), { tag: 'hxDataSource', after: 'hxRequestLimits', before: 'dataSource' });
    resourceManager.use(handler(dataSourceValues(app)), { tag: 'hxDataSourceValues', after: 'hxWriteGuard' });
    resourceManager.use(handler(chartGuard(app, this)), { tag: 'hxChartGuard', after: 'hxWriteGuard' });
    resourceManager.use(handler(templateGuard(app)), { tag: 'hxTemplateGuard', after: 'hxChartGuard' });
    resourceManager.use(handler(assistantGuard(app, this)), { tag: 'hxAssistantGuard', after: 'hxTemplateGuard' });
    resourceManager.use(handler(exportGuard(app, this, events)), { tag: 'hxExportGuard', after: 'hxTemplateGuard' });
    resourceManager.use(handler(fileGuard(app, this)), { tag: 'hxFileGuard', after: 'hxExportGuard' });
    resourceManager.use(handler(uploadsGuard), { tag: 'hxUploadsGuard', after: 'hxIdentity' });
    resourceManager.use(handler(rightsLinkGuard), { tag: 'hxRightsLinks', after: ['acl', 'hxIdentity'] });
    resourceManager.use(handler(machineGuard), { tag: 'hxMachineGuard', after: 'hxIdentity' });
    resourceManager.use(handler(hostRequestsGuard), { tag: 'hxHostRequests', after: ['acl', 'hxIdentity'] });
    liftExportLimit();
    watchFileTypes(app);
    watchFinds(app, this);
    countMoments(app.db);
    resourceManager.registerActionHandler('reveal', handler(revealAction(app, this, this.uses)));
    // Collections of all plugins are there, and NocoBase's import, registered by a plugin that may load later.
    app.on('afterLoad', () => {
      checkDeclared({ tables: this.tables, roles: this.roles, db: app.db, isOn: (name) => isOn(app, name) });
      const original = resourceManager.getRegisteredHandler('importXlsx') as HandlerType | undefined;
      if (original)
        resourceManager.registerActionHandler(
          'importXlsx',
          importAction(app, this, () => this.imports, original),
        );
      resourceManager.registerActionHandler(
        'importPreview',
        previewAction(app, this, () => this.imports),
      );
      // who may import may look first at what it would do
      const { options } = app.acl.getAvailableAction('importXlsx') as { options?: object };
      app.acl.setAvailableAction('importXlsx', { ...options, aliases: ['importXlsx', 'importPreview'] });
    });
  }
}

/** NocoBase keeps plugins by name; one that is not installed it does not know. */
function isOn({ pm }: Application, name: string): boolean {
  return (pm.get(name) as Plugin | undefined)?.enabled ?? false;
}
