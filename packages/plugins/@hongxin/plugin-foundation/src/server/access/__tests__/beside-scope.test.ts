import { assign } from '@nocobase/utils';
import { besideScope } from '../read/beside-scope';

type Filter = Record<string, unknown>;

/** What NocoBase's applyQueryPermission does with the two. */
const merged = (filter: unknown, scope: Filter): Filter =>
  assign(besideScope(filter, scope) ?? {}, JSON.parse(JSON.stringify(scope)) as Filter, {
    filter: 'andMerge',
  }) as Filter;

it.each<[string, Filter]>([
  ['a key', { areaCode: { $hxInAreasOf: 'hx-official' } }],
  ['an or', { $or: [{ ownerId: 7 }, { areaCode: { $hxInAreasOf: 'hx-official' } }] }],
  ['an and', { $and: [{ ownerId: 7 }, { state: { $in: ['a'] } }] }],
  ['both', { $and: [{ ownerId: 7 }, { state: 'a' }], $or: [{ ownerId: 7 }, { ownerId: 8 }] }],
])('keeps the filter and a scope of %s beside each other', (_, scope) => {
  for (const filter of [
    { areaCode: { $notIn: ['x'] }, 'ownerId.$ne': 0 },
    { $or: [{ state: 'x' }] },
    { $and: [{ state: 'x' }], $or: [{ 'state.$ne': 'y' }] },
  ]) {
    const both = merged(filter, scope);
    for (const [key, value] of Object.entries(scope)) expect(both[key]).toEqual(value);
    expect(JSON.stringify(both)).toContain(JSON.stringify(filter));
  }
});

it('leaves a filter alone where there is no scope, and a scope where there is no filter', () => {
  expect(besideScope({ a: 1 }, null)).toEqual({ a: 1 });
  expect(besideScope({}, { a: 1 })).toBeUndefined();
  expect(besideScope({ b: 1 }, { a: 1 }, { c: 1 })).toEqual({ $and: [{ b: 1 }, { c: 1 }] });
});
