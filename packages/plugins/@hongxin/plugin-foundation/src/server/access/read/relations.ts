import type { Collection } from '@nocobase/database';

/** What a relation itself can be asked: whether there is such a record. Needs no value. */
const PRESENCE = /^\$(exists|notExists|empty|notEmpty)$/;

type Node = Readonly<Record<string, unknown>>;

/** The collection that a relation at the end of a path leads to; undefined for a column or an unknown name. */
export function relationAt(root: Collection, path: readonly string[]): Collection | undefined {
  let collection: Collection | undefined = root;
  for (const name of path) {
    const isRelation: boolean = Object.prototype.hasOwnProperty.call(collection?.model.associations ?? {}, name);
    if (!isRelation) return undefined;
    collection = collection?.db.getCollection(String(collection.getField(name)?.target));
  }
  return path.length === 0 ? undefined : collection;
}

/**
 * NocoBase fails at `{ area: { $exists: true } }` and at `{ area: null }`: whether a relation is there is asked of the key
 * of the other record, `{ area: { id: { $exists: true } } }`. All else is left as it is.
 */
export function withPresenceOfRelations(root: Collection, filter: unknown): unknown {
  return rewrite(root, filter, []);
}

function rewrite(root: Collection, node: unknown, path: readonly string[]): unknown {
  if (Array.isArray(node)) return node.map((each) => rewrite(root, each, path));
  if (typeof node !== 'object' || node === null) return node;
  const written: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node as Node)) {
    const tokens = key.split('.');
    const operator = PRESENCE.test(tokens[tokens.length - 1]) ? tokens.pop() : undefined;
    const here = [...path, ...tokens.filter((token) => !token.startsWith('$') && !/^\d+$/.test(token))];
    const target = relationAt(root, here);
    const asked = operator ?? (value === null ? '$notExists' : undefined);
    if (target && asked && !tokens.some((token) => token.startsWith('$') && path.length > 0)) {
      add(written, [...tokens, target.model.primaryKeyAttribute].join('.'), { [asked]: true });
    } else {
      add(written, key, rewrite(root, value, here));
    }
  }
  return written;
}

/** Two conditions on one name stand side by side. */
function add(written: Record<string, unknown>, name: string, value: unknown): void {
  const before = Object.hasOwn(written, name) ? written[name] : undefined;
  if (before === undefined) written[name] = value;
  else written[name] = { ...conditionOf(before), ...conditionOf(value) };
}

const conditionOf = (value: unknown): object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : { $eq: value };
