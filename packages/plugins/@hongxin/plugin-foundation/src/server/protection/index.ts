import type { Collection, Model } from '@nocobase/database';
import type { Plugin } from '@nocobase/server';
import { refuse } from '../errors';
import { handler } from '../handler';
import { currentIdentity } from '../identity';
import { bulkDoorsGuard } from './bulk-doors';
import { choicesOf, lostChoices, type Choice } from './choices';
import { pageTemplateGuard } from './page-templates';
import { passOverUnchangedFields } from './unchanged-fields';

/** Packages whose collections are the pack's. */
const OURS = /^@hongxin\//;

/** What changes a column, and what only its looks. */
const STRUCTURE = ['type', 'interface', 'name', 'target', 'foreignKey', 'through', 'otherKey'] as const;

/** Columns NocoBase gives a collection by its options. */
const STANDARD = ['id', 'createdAt', 'updatedAt', 'createdBy', 'createdById', 'updatedBy', 'updatedById', 'sort'];

type Described = Readonly<Record<string, unknown>>;

/** Fields and collections that code defines cannot be deleted, or turned into something else, in Data source manager. */
export class CodeProtection {
  /** Fields as the code defines them, by collection; taken down before administrators' fields are loaded. */
  private readonly fields = new Map<string, ReadonlySet<string>>();

  /** Those of them that stand in a declaration. */
  private readonly declared = new Map<string, readonly string[]>();

  /** Choices that the code ships, by collection and field. */
  private readonly choices = new Map<string, readonly Choice[]>();

  /** Fields whose choices are ruled elsewhere, such as by a dictionary. */
  private readonly ruledElsewhere = new Set<string>();

  constructor(protected readonly plugin: Plugin) {}

  /** Leaves the choices of a field to whoever rules them: they then say themselves which of them have to stay. */
  leaveChoices(collection: string, field: string): void {
    this.ruledElsewhere.add(`${collection}.${field}`);
  }

  /** The choices that the code ships for a field. */
  shippedChoices(collection: string, field: string): readonly Choice[] {
    return this.choices.get(`${collection}.${field}`) ?? [];
  }

  /** Called before any plugin's collections are defined. */
  beforeLoad(): void {
    const { db } = this.plugin;
    db.on('afterDefineCollection', (collection: Collection) => this.remember(collection));
    // Before NocoBase's own listeners, which drop the column or the table.
    db.prependListener('fields.beforeDestroy', (field: Model) => this.requireRemovableField(field));
    db.prependListener('fields.beforeUpdate', (field: Model) => this.requireSameStructure(field));
    db.prependListener('fields.beforeCreate', (field: Model) => this.requireSameAsCode(field));
    // the host's other table of fields, by which it changes them in any data source, this one too
    db.prependListener('dataSourcesFields.beforeSave', (field: Model) => this.requireSameAsCode(field));
    for (const table of ['collections', 'dataSourcesCollections']) {
      db.prependListener(`${table}.beforeDestroy`, (collection: Model) => this.requireRemovableCollection(collection));
      db.prependListener(`${table}.beforeUpdate`, (collection: Model) => this.requireSameName(collection));
    }
  }

  async load(): Promise<void> {
    const { app } = this.plugin;
    app.on('afterLoad', () => passOverUnchangedFields(app.db));
    const doors = bulkDoorsGuard({
      fieldsOf: (name) => this.declared.get(name) ?? null,
      hasField: (name, field) => app.db.getCollection(name)?.hasField(field) ?? false,
    });
    app.resourceManager.use(handler(doors), { tag: 'hxBulkDoors', after: ['acl', 'hxIdentity'] });
    app.resourceManager.use(handler(pageTemplateGuard(app)), { tag: 'hxPageTemplates', after: ['acl', 'hxIdentity'] });
  }

  isCodeField(collection: string, field: string): boolean {
    return this.fields.get(collection)?.has(field) ?? false;
  }

  isCodeCollection(collection: string): boolean {
    return this.fields.has(collection);
  }

  private remember({ name, options }: Collection): void {
    const {
      origin,
      loadedFromCollectionManager,
      fields = [],
    } = options as {
      origin?: string;
      loadedFromCollectionManager?: boolean;
      fields?: { name: string; foreignKey?: string; type?: string; uiSchema?: unknown }[];
    };
    // a table of an administrator, whatever its request said where it comes from
    if (loadedFromCollectionManager) return;
    if (!origin || !OURS.test(origin) || this.fields.has(name)) return;
    for (const field of fields) {
      const shipped = choicesOf(field);
      if (shipped.length > 0) this.choices.set(`${name}.${field.name}`, shipped);
    }
    this.declared.set(
      name,
      fields.map((field) => field.name),
    );
    const keys = fields.filter(({ type }) => type === 'belongsTo').map(({ foreignKey }) => foreignKey);
    this.fields.set(
      name,
      new Set([...STANDARD, ...fields.map((field) => field.name), ...keys.filter((key) => key !== undefined)]),
    );
  }

  private requireRemovableField(field: Model): void {
    const name = String(field.get('name'));
    if (currentIdentity() && this.isCodeField(String(field.get('collectionName')), name))
      throw refuse(400, 'CODE_FIELD_PROTECTED', {}, name);
  }

  private requireSameStructure(field: Model): void {
    const previous = (part: string): unknown => field.previous(part as never);
    const name = String(previous('name') ?? field.get('name'));
    const collection = String(previous('collectionName') ?? field.get('collectionName'));
    if (!currentIdentity() || !this.isCodeField(collection, name)) return;
    const before = (previous('options') ?? {}) as Record<string, unknown>;
    const old = Object.fromEntries([...STRUCTURE, 'uiSchema'].map((part) => [part, previous(part) ?? before[part]]));
    this.requireSame(collection, name, old, field.toJSON() as Record<string, unknown>);
  }

  /** A row for a field that the code defines takes the place of what the code says. */
  private requireSameAsCode(field: Model): void {
    const [collection, name] = [String(field.get('collectionName')), String(field.get('name'))];
    const isOfMain = (field.get('dataSourceKey') ?? 'main') === 'main';
    if (!currentIdentity() || !isOfMain || !this.isCodeField(collection, name)) return;
    const options = this.plugin.app.db.getCollection(collection)?.getField(name)?.options ?? {};
    this.requireSame(collection, name, options, field.toJSON() as Record<string, unknown>);
  }

  private requireSame(collection: string, name: string, before: Described, after: Described): void {
    const isChanged = STRUCTURE.some((part) => {
      const [old, now] = [before[part], after[part]];
      return now !== undefined && old !== undefined && String(now ?? '') !== String(old ?? '');
    });
    if (isChanged) throw refuse(400, 'CODE_FIELD_PROTECTED', {}, name);
    if (this.ruledElsewhere.has(`${collection}.${name}`)) return;
    // Processes, rules and seeds compare with the values of choices: titles, colours and order are free, values stay.
    const lost = lostChoices(this.choices.get(`${collection}.${name}`) ?? [], before, after);
    if (lost.length > 0) {
      const options = lost.map(({ value }) => String(value)).join(', ');
      throw refuse(400, 'CODE_CHOICE_PROTECTED', { options }, name);
    }
  }

  /** Its rows are looked up by the name that code knows. */
  private requireSameName(collection: Model): void {
    const before = String(collection.previous('name' as never));
    if (currentIdentity() && collection.get('name') !== before && this.isCodeCollection(before))
      throw refuse(403, 'CODE_COLLECTION_PROTECTED', { collection: before });
  }

  private requireRemovableCollection(collection: Model): void {
    const name = String(collection.get('name'));
    if (currentIdentity() && this.isCodeCollection(name))
      throw refuse(403, 'CODE_COLLECTION_PROTECTED', { collection: name });
  }
}
