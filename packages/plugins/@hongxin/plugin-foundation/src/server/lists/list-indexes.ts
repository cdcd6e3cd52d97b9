import type { CollectionAccess, PageSeed } from '../domain';
import type { IndexDefinition } from '../parts/part';

interface Sorting {
  field: string;
  direction: 'asc' | 'desc';
}

/** A list of a shipped page, as the blueprint keeps it. */
export interface Listed {
  collection: string;
  sorting: readonly Sorting[];
  states: readonly string[];
}

/** A list that an administrator adds shows the newest first. */
const NEWEST_FIRST: Sorting = { field: 'createdAt', direction: 'desc' };

/**
 * An index for each order that shipped pages list records of places in. It carries the place after the order, so that a
 * page of a list reads a handful of entries, whatever the table's and the place's size: sorted otherwise, a street's
 * two hundred thousand records were sorted for every twenty of them. Lists in the order of places have the place's own.
 * @param placeFieldOf the column with the digits of a record's area; null where records belong to no place
 * @param columnsOf what the table has; an order by anything else is not the database's
 */
export function listIndexes(
  pages: readonly PageSeed[],
  placeFieldOf: (collection: string) => string | null,
  columnsOf: (collection: string) => readonly string[],
): IndexDefinition[] {
  const indexes = new Map<string, IndexDefinition>();
  for (const { collection, sorting } of shippedLists(pages)) {
    const place = placeFieldOf(collection);
    const columns = columnsOf(collection);
    if (place === null || !columns.includes(place)) continue;
    for (const order of [sorting, [NEWEST_FIRST]]) {
      if (order.length === 0 || order[0].field === place || !order.every(({ field }) => columns.includes(field)))
        continue;
      const index = indexOf(collection, order, place);
      indexes.set(index.name, index);
    }
  }
  return [...indexes.values()];
}

export const shippedLists = (pages: readonly PageSeed[]): Listed[] =>
  pages.flatMap(({ blueprint }) => listsIn(blueprint));

/** The column that says where the records of a collection lie; null where they belong to no place. */
export function placeFieldOf(access: CollectionAccess | undefined): string | null {
  return access === undefined || access.areaField === null ? null : (access.areaField ?? 'areaCode');
}

function indexOf(table: string, order: readonly Sorting[], place: string): IndexDefinition {
  const names = order.map(({ field, direction }) => `${field}_${direction}`);
  // NocoBase orders what is equal by the key, and puts what is empty last either way
  const ordered = order.some(({ field }) => field === 'id') ? order : [...order, { field: 'id', direction: 'asc' }];
  const keys = ordered.map(({ field, direction }) => `"${field}" ${direction.toUpperCase()} NULLS LAST`);
  const name = `hx_list_${table}_${names.join('_')}`.toLowerCase().slice(0, 63);
  return { table, name, definition: `(${keys.join(', ')}, "${place}")` };
}

interface ListSettings {
  sorting?: readonly Sorting[];
  dataScope?: { items?: readonly { path: string; value: readonly string[] }[] };
}

function listsIn(node: unknown): Listed[] {
  if (Array.isArray(node)) return node.flatMap(listsIn);
  if (typeof node !== 'object' || node === null) return [];
  const { collection, settings } = node as { collection?: unknown; settings?: ListSettings };
  const states = settings?.dataScope?.items?.find(({ path }) => path === 'state')?.value ?? [];
  const own = typeof collection === 'string' ? [{ collection, sorting: settings?.sorting ?? [], states }] : [];
  return [...own, ...Object.values(node).flatMap(listsIn)];
}
