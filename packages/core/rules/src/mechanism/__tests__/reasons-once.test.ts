import { describeReason, reasonsOnce, type Reason } from '..';

const notYet: Reason = { code: 'OPINION_REQUIRED', params: { year: '1' }, field: 'year' };

describe('refusals of many', () => {
  it('say one reason once, with the records it is about', () => {
    const refused = Array.from({ length: 137 }, (_each, index) => ({
      name: `党员${index + 1}`,
      row: index + 1,
      reasons: [notYet],
    }));
    const reasons = reasonsOnce(refused);
    expect(reasons).toHaveLength(1);
    expect(reasons[0].params).toMatchObject({ year: '1', count: 137 });
    expect(reasons[0].records).toHaveLength(137);
    const text = describeReason(reasons[0], 'zh');
    expect(text).toContain('（137条：党员1、党员2、');
    expect(text).toMatch(/党员20等）$/);
    expect(describeReason(reasons[0], 'en')).toMatch(/\(137: 党员1, .*党员20 …\)$/);
  });

  it('keep different reasons apart, and the place of who stands alone', () => {
    const other: Reason = { ...notYet, params: { year: '2' } };
    const reasons = reasonsOnce([
      { name: '甲', row: 1, reasons: [notYet, other] },
      { name: '乙', row: 2, reasons: [notYet] },
    ]);
    expect(reasons.map(({ params, records }) => [params?.row, params?.count, records?.length])).toEqual([
      [undefined, 2, 2],
      [1, undefined, 1],
    ]);
    expect(describeReason(reasons[1], 'zh')).toMatch(/（甲）$/);
  });

  it('say what is particular to a record beside its name', () => {
    const reason = (zh: string): Reason => ({ ...notYet, params: { year: '1', detail: { zh, en: zh } } });
    const [once] = reasonsOnce([
      { name: '甲', row: 1, reasons: [reason('2小时')] },
      { name: '乙', row: 2, reasons: [reason('6小时')] },
    ]);
    expect(once.params?.detail).toEqual({ zh: '见各条', en: 'see each' });
    expect(describeReason(once, 'zh')).toMatch(/（2条：甲（2小时）、乙（6小时））$/);
  });

  it('count those that have no name', () => {
    const [once] = reasonsOnce([1, 2].map((row) => ({ name: null, row, reasons: [notYet] })));
    expect([once.params?.count, once.records]).toEqual([2, undefined]);
  });
});
