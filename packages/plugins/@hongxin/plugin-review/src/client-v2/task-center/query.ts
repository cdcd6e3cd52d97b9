import { type MineQuery } from '../../shared/contract';

const NAMES = ['process', 'areaCode', 'overdue', 'dueBefore', 'keyword'] as const;
/** Filters live in the address, under this prefix: the host reads its list again when the address changes. */
const PREFIX = 'hx-';

type Filters = Pick<MineQuery, (typeof NAMES)[number]>;

/** The task centre's filters as the address has them. */
export function filtersOf(search: string): Filters {
  const address = new URLSearchParams(search);
  const found: Record<string, string | true> = {};
  for (const name of NAMES) {
    const value = address.get(PREFIX + name);
    if (value) found[name] = name === 'overdue' ? true : value;
  }
  return found;
}

/** The address's query with these filters in place of those it had. */
export function searchWith(search: string, filters: Filters): string {
  const address = new URLSearchParams(search);
  for (const name of NAMES) {
    const value = filters[name];
    if (value === undefined || value === false) address.delete(PREFIX + name);
    else address.set(PREFIX + name, String(value));
  }
  const text = address.toString();
  return text === '' ? '' : `?${text}`;
}
