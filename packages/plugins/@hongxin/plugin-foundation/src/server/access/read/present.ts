import type { Collection, Model } from '@nocobase/database';
import type { AccessDeclarations } from '../declarations';
import { isGuarded } from '../guarded';
import { isOn } from '../switches';
import { RowMask } from '../personal/mask-row';
import { isFileCollection, labelFieldsOf } from '../rights/labels';
import type { Rights } from '../rights/rights';

type Values = Record<string, unknown>;
export type Row = Model | Values;

export interface PresentOptions {
  /** The rows are known to be within the caller's reach (the query was scoped, or they were just written). */
  isTrusted: boolean;
  /** The action is NocoBase's own business: only guarded collections inside the answer are pruned. */
  isLenient?: boolean;
}

/** The values of a row, whether it is a model or plain. */
export const valuesOf = (row: Row): Values =>
  'dataValues' in row && row.constructor.name !== 'Object' ? (row as Model).dataValues : (row as Values);

/**
 * Makes rows presentable to the caller, in place: fields they may not see are taken out, records outside their reach
 * are reduced to their label, personal fields are masked; and the same for every appended record.
 */
export class Presenter {
  private readonly masks = new Map<string, RowMask>();

  constructor(
    private readonly access: AccessDeclarations,
    private readonly rights: Rights,
  ) {}

  async present(
    collection: Collection,
    rows: readonly Row[],
    { isTrusted, isLenient = false }: PresentOptions,
  ): Promise<void> {
    if (rows.length === 0) return;
    const isWatched = isGuarded(this.access, collection);
    const prunes =
      isOn('answerFields') &&
      !this.rights.identity.isAdministrator &&
      !isFileCollection(collection) &&
      (isWatched || !isLenient);
    const right = prunes ? this.rights.on(collection.name, 'view') : null;
    const inside = prunes && !isTrusted ? await this.idsInside(collection, rows, right !== null) : null;
    const byRow =
      prunes && this.rights.parts(collection.name, 'view').length > 1
        ? await this.rights.fieldsOfRows(collection, rows.map(valuesOf))
        : null;
    const labels = inside ? labelFieldsOf(this.access, collection) : null;
    const rowMask = this.maskOf(collection);
    const related = new Map<Collection, Row[]>();
    const key = collection.model.primaryKeyAttribute;
    for (const row of rows) {
      const values = valuesOf(row);
      const isInside = inside === null || inside.has(String(values[key]));
      // The mask reads the owner's column, which the pruning may take out.
      const isOwn = !rowMask.isIdle && rowMask.isOwn(values);
      if (prunes) {
        // A row that none of several roles reaches (just moved away, say) shows its key and no more.
        const fields = byRow ? openOf(byRow, String(values[key])) : (right?.fields ?? null);
        for (const name of Object.keys(values)) {
          const keep = isInside ? this.isVisible(collection, name, fields) : labels?.has(name);
          if (!keep) delete values[name];
        }
      }
      if (!isOwn && isOn('masks')) rowMask.apply(values);
      gather(collection, values, related);
    }
    for (const [target, found] of related) await this.present(target, found, { isTrusted: false, isLenient });
  }

  private isVisible(collection: Collection, name: string, fields: ReadonlySet<string> | null): boolean {
    if (fields === null) return true;
    return fields.has(name) || name === collection.model.primaryKeyAttribute || name.startsWith('__');
  }

  private async idsInside(collection: Collection, rows: readonly Row[], maySee: boolean): Promise<Set<string> | null> {
    if (!maySee) return new Set();
    const scope = await this.rights.scope(collection.name, 'view');
    return scope ? this.rights.idsInScope(collection, 'view', rows.map(valuesOf)) : null;
  }

  private maskOf(collection: Collection): RowMask {
    let rowMask = this.masks.get(collection.name);
    if (!rowMask) {
      rowMask = new RowMask(this.access.declarationOf(collection.name), this.rights.identity);
      this.masks.set(collection.name, rowMask);
    }
    return rowMask;
  }
}

const NOTHING: ReadonlySet<string> = new Set();

function openOf(byRow: ReadonlyMap<string, ReadonlySet<string> | null>, id: string): ReadonlySet<string> | null {
  const fields = byRow.get(id);
  return fields === undefined ? NOTHING : fields;
}

/** Collects the appended records of a row by their collection. */
function gather(collection: Collection, values: Values, related: Map<Collection, Row[]>): void {
  for (const [name, value] of Object.entries(values)) {
    if (typeof value !== 'object' || value === null) continue;
    const target = targetOf(collection, name);
    if (!target) continue;
    const found = (Array.isArray(value) ? value : [value]).filter(
      (each): each is Row => typeof each === 'object' && each !== null,
    );
    if (found.length === 0) continue;
    const known = related.get(target);
    if (known) known.push(...found);
    else related.set(target, found);
  }
}

/** The collection of an appended association; rows of a join table travel under its own name. */
function targetOf(collection: Collection, name: string): Collection | undefined {
  const target = collection.getField(name)?.target as string | undefined;
  if (target) return collection.db.getCollection(target);
  return Object.hasOwn(collection.model.rawAttributes, name) ? undefined : collection.db.getCollection(name);
}
