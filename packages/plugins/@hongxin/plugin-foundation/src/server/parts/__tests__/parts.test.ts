/** What parts bring is joined, nothing of it is lost, and two that contradict each other do not load. */
import { joinParts, PartTakers } from '..';
import { action } from '../../own-actions';

const text = (zh: string) => ({ zh, en: zh });

describe('the parts of a plugin', () => {
  it('add their lists, and the tables under their names', () => {
    const rule = async (): Promise<void> => undefined;
    const joined = joinParts([
      {
        numbers: [{ name: 'a', collection: 'hxA', pattern: '{sequence}', issue: 'create' }],
        reasons: { A: text('甲') },
      },
      { reasons: { B: text('乙') }, rules: { hxA: [rule] } },
      { rules: { hxA: [rule], hxB: [rule] } },
    ]);
    expect(joined.numbers).toHaveLength(1);
    expect(joined.reasons).toEqual({ A: text('甲'), B: text('乙') });
    expect(joined.rules).toEqual({ hxA: [rule, rule], hxB: [rule] });
  });

  it('add to the actions of a resource that another part has begun, under names of their own', () => {
    const work = action({ right: 'loggedIn' }, () => null);
    const joined = joinParts([{ resources: { hxA: { one: work } } }, { resources: { hxA: { two: work }, hxB: {} } }]);
    expect(joined.resources).toEqual({ hxA: { one: work, two: work }, hxB: {} });
    const twice = [{ resources: { hxA: { one: work } } }, { resources: { hxA: { one: work } } }];
    expect(() => joinParts(twice)).toThrow('Two parts say resources hxA one; one of them has to go');
  });

  it('do not load when two say something else under one name', () => {
    const parts = [{ reasons: { A: text('甲') } }, { reasons: { A: text('乙') } }];
    expect(() => joinParts(parts)).toThrow('Two parts say reasons A; one of them has to go');
  });
});

it('are handed over in the order in which the keys were taken, and wait for plugins that are off', () => {
  const takers = new PartTakers();
  const told: string[] = [];
  takers.take('reasons', (_reasons, plugin) => told.push(`reasons of ${plugin}`));
  takers.take('parties', () => told.push('parties'));
  takers.give('x', { parties: {}, reasons: {}, pages: [] });
  expect(told).toEqual(['reasons of x', 'parties']);
});
