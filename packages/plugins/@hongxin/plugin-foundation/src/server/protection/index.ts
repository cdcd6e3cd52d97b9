import type { Collection, Model } from '@nocobase/database';
import type { Plugin } from '@nocobase/server';
import { refuse } from '../errors';
import { handler } from '../handler';
import { currentIdentity } from '../identity';
import { pageTemplateGuard } from './page-templates';
import { passOverUnchangedFields } from './unchanged-fields';

/** Packages whose collections are the pack's. */
const OURS = /^@hongxin\//;

/** What changes a column, and what only its looks. */
const STRUCTURE = ['type', 'interface', 'name', 'target', 'foreignKey', 'through', 'otherKey'] as const;

/** Columns NocoBase gives a collection by its options. */
const STANDARD = ['id', 'createdAt', 'updatedAt', 'createdBy', 'createdById', 'updatedBy', 'updatedById', 'sort'];

/** Fields and collections that code defines cannot be deleted, or turned into something else, in Data source manager. */
export class CodeProtection {
  /** Fields as the code defines them, by collection; taken down before administrators' fields are loaded. */
  private readonly fields = new Map<string, ReadonlySet<string>>();

  constructor(protected readonly plugin: Plugin) {}

  /** Called before any plugin's collections are defined. */
  beforeLoad(): void {
    const { db } = this.plugin;
    db.on('afterDefineCollection', (collection: Collection) => this.remember(collection));
    // Before NocoBase's own listeners, which drop the column or the table.
    db.prependListener('fields.beforeDestroy', (field: Model) => this.needRemovableField(field));
    db.prependListener('fields.beforeUpdate', (field: Model) => this.needSameStructure(field));
    for (const table of ['collections', 'dataSourcesCollections']) {
      db.prependListener(`${table}.beforeDestroy`, (collection: Model) => this.needRemovableCollection(collection));
    }
  }

  async load(): Promise<void> {
    const { app } = this.plugin;
    app.on('afterLoad', () => passOverUnchangedFields(app.db));
    app.resourceManager.use(handler(pageTemplateGuard(app)), { tag: 'hxPageTemplates', after: ['acl', 'hxIdentity'] });
  }

  isCodeField(collection: string, field: string): boolean {
    return this.fields.get(collection)?.has(field) ?? false;
  }

  isCodeCollection(collection: string): boolean {
    return this.fields.has(collection);
  }

  private remember({ name, options }: Collection): void {
    const { origin, fields = [] } = options as {
      origin?: string;
      fields?: { name: string; foreignKey?: string; type?: string }[];
    };
    if (!origin || !OURS.test(origin) || this.fields.has(name)) return;
    const keys = fields.filter(({ type }) => type === 'belongsTo').map(({ foreignKey }) => foreignKey);
    this.fields.set(
      name,
      new Set([...STANDARD, ...fields.map((field) => field.name), ...keys.filter((key) => key !== undefined)]),
    );
  }

  private needRemovableField(field: Model): void {
    const name = String(field.get('name'));
    if (currentIdentity() && this.isCodeField(String(field.get('collectionName')), name))
      throw refuse(400, 'CODE_FIELD_PROTECTED', {}, name);
  }

  private needSameStructure(field: Model): void {
    const name = String(field.previous('name' as never) ?? field.get('name'));
    if (!currentIdentity() || !this.isCodeField(String(field.get('collectionName')), name)) return;
    const before = (field.previous('options' as never) ?? {}) as Record<string, unknown>;
    const isChanged = STRUCTURE.some((part) => {
      const old: unknown = field.previous(part as never) ?? before[part];
      const now: unknown = field.get(part);
      return now !== undefined && old !== undefined && String(now ?? '') !== String(old ?? '');
    });
    if (isChanged) throw refuse(400, 'CODE_FIELD_PROTECTED', {}, name);
  }

  private needRemovableCollection(collection: Model): void {
    const name = String(collection.get('name'));
    if (currentIdentity() && this.isCodeCollection(name))
      throw refuse(403, 'CODE_COLLECTION_PROTECTED', { collection: name });
  }
}
