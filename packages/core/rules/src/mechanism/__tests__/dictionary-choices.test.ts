import { adoptChoices, choicesOfDictionary, sameChoices } from '../dictionary-choices';

const NONE: ReadonlySet<string> = new Set();
const row = (code: string, title: string, enabled = true) => ({ code, title, enabled });
const SHIPPED = new Map([
  ['agency', '机关'],
  ['school', '学校'],
]);

describe('choices of a dictionary', () => {
  const known = [
    { value: 'school', label: '学校', color: 'cyan' },
    { value: 'agency', label: '机关', color: 'red' },
  ];

  it('take titles and order from the dictionary and keep the field’s colours', () => {
    expect(
      choicesOfDictionary([row('agency', '党政机关'), row('museum', '博物馆'), row('school', '学校')], known, NONE),
    ).toEqual([
      { value: 'agency', label: '党政机关', color: 'red' },
      { value: 'museum', label: '博物馆' },
      { value: 'school', label: '学校', color: 'cyan' },
    ]);
  });

  it('leave out what is switched off, unless a record has to be read by it', () => {
    const rows = [row('agency', '机关', false), row('school', '学校', false)];
    expect(choicesOfDictionary(rows, known, new Set(['school']))).toEqual([
      { value: 'school', label: '学校', color: 'cyan', disabled: true },
    ]);
    const again = [{ value: 'school', label: '学校', disabled: true }];
    expect(choicesOfDictionary([row('school', '学校')], again, NONE)).toEqual([{ value: 'school', label: '学校' }]);
  });

  it('keep a value that the dictionary has lost while records hold it', () => {
    expect(choicesOfDictionary([], known, new Set(['agency']))).toEqual([
      { value: 'agency', label: '机关', color: 'red', disabled: true },
    ]);
  });
});

it('compares what is offered, not colours or order', () => {
  const one = [
    { value: 'a', label: '甲', color: 'red' },
    { value: 'b', label: '乙' },
  ];
  expect(
    sameChoices(one, [
      { value: 'b', label: '乙', color: 'blue' },
      { value: 'a', label: '甲' },
    ]),
  ).toBe(true);
  expect(sameChoices(one, [{ value: 'a', label: '甲' }])).toBe(false);
  expect(
    sameChoices(one, [
      { value: 'a', label: '甲' },
      { value: 'b', label: '丙' },
    ]),
  ).toBe(false);
});

describe('what a dictionary takes over', () => {
  const rows = [row('agency', '机关'), row('school', '学校')];

  it('is nothing where both say the same', () => {
    const known = [
      { value: 'agency', label: '机关' },
      { value: 'school', label: '学校' },
    ];
    expect(adoptChoices(rows, known, SHIPPED, NONE)).toEqual({ create: [], retitle: [], disable: [] });
  });

  it('is what was added, renamed and taken out in the field', () => {
    const known = [
      { value: 'agency', label: '党政机关' },
      { value: 'museum', label: '博物馆' },
    ];
    expect(adoptChoices(rows, known, SHIPPED, NONE)).toEqual({
      create: [row('museum', '博物馆')],
      retitle: [{ code: 'agency', title: '党政机关' }],
      disable: ['school'],
    });
  });

  it('never undoes what was done in the dictionary', () => {
    const known = [
      { value: 'agency', label: '机关单位' },
      { value: 'school', label: '学校' },
    ];
    const changed = [row('agency', '党政机关'), row('museum', '博物馆')];
    expect(adoptChoices(changed, known, SHIPPED, NONE)).toEqual({ create: [], retitle: [], disable: [] });
    expect(adoptChoices(changed, known, SHIPPED, new Set(['school'])).create).toEqual([row('school', '学校', false)]);
  });
});
