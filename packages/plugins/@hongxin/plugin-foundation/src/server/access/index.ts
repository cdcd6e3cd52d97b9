import type { Plugin } from '@nocobase/server';
import type { CollectionAccess } from '../domain';
import { registerReasonTexts } from '../errors/reason-texts';
import { handler } from '../handler';
import type { PluginFoundation } from '../plugin';
import { GrantSeeder } from './grants';
import { revealAction } from './personal/reveal';
import { normalizeParameters, readGuard } from './read/guard';
import { ACCESS_REASONS } from './reasons';
import { writeGuard } from './write/guard';
import { RowGuard } from './write/rows';

/** Who may see and change what, on every path. */
export class AccessControl {
  protected readonly declarations = new Map<string, CollectionAccess>();
  private readonly grants: GrantSeeder;

  constructor(protected readonly plugin: Plugin) {
    this.grants = new GrantSeeder(plugin);
    registerReasonTexts(ACCESS_REASONS);
  }

  register(access: CollectionAccess): void {
    this.declarations.set(access.collection, access);
  }

  declarationOf(collection: string): CollectionAccess | undefined {
    return this.declarations.get(collection);
  }

  /** Writes the grants into NocoBase's role tables; an administrator's edits stay. Called once per install and upgrade. */
  async seedGrants(pluginName: string, declarations: readonly CollectionAccess[]): Promise<void> {
    await this.grants.seed(pluginName, declarations);
  }

  async load(): Promise<void> {
    const { app } = this.plugin;
    app.acl.setAvailableAction('reveal', {
      displayName: '{{t("查看原文", { ns: "@hongxin/plugin-foundation" })}}',
      type: 'old-data',
      allowConfigureFields: true,
    });
    const { resourceManager } = app;
    resourceManager.use(handler(normalizeParameters(app, this)), {
      tag: 'hxNormalize',
      after: 'hxIdentity',
      before: 'acl',
    });
    resourceManager.use(handler(readGuard(app, this)), { tag: 'hxReadGuard', after: ['acl', 'hxRequestChecks'] });
    resourceManager.use(handler(writeGuard(app, this)), { tag: 'hxWriteGuard', after: 'hxReadGuard' });
    new RowGuard(app, this).watch();
    const foundation = this.plugin as unknown as PluginFoundation;
    resourceManager.registerActionHandler('reveal', handler(revealAction(app, this, () => foundation.events)));
  }
}
