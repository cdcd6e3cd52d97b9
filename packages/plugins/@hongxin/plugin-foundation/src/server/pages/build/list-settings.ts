import { requireField, requirePath, requireStates } from './declared';
import type { ListOptions } from './options';
import { at, type Site } from './site';

const PAGE_SIZE = { desk: 20, phone: 10 };

function sortingOf({ place }: Site, { collection, order = [] }: ListOptions): object[] {
  return [order].flat().map((each: string) => {
    const field = each.replace(/^-/, '');
    requireField(place, collection, field);
    return { field, direction: each === field ? 'asc' : 'desc' };
  });
}

/** Which records a list shows, in which order, how many at once. */
export function settingsOf(site: Site, list: ListOptions): Record<string, unknown> {
  const { collection, states = [], filter = [] } = list;
  requireStates(at(site, 'states').place, collection, states);
  filter.forEach(({ path }) => requirePath(at(site, 'filter').place, collection, path));
  const sorting = sortingOf(at(site, 'order'), list);
  const items = [
    ...(states.length > 0 ? [{ path: 'state', operator: '$in', value: [...states] }] : []),
    ...filter.map((condition) => ({ ...condition })),
  ];
  return {
    pageSize: list.pageSize ?? (site.isPhone ? PAGE_SIZE.phone : PAGE_SIZE.desk),
    ...(sorting.length > 0 ? { sorting } : {}),
    ...(items.length > 0 ? { dataScope: { logic: '$and', items } } : {}),
  };
}

/** Whether a list holds all records: what is exported is everything, once. */
export const isWhole = ({ states = [], filter = [] }: ListOptions): boolean =>
  states.length === 0 && filter.length === 0;
