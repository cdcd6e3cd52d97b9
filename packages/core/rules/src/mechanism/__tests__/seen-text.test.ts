import { cleanName, cleanUnitName, normalizePhone, plainLine, plainLines, seenAs, seenKey } from '..';
import { repeatedRows } from '../../registration';
import { ROLL_ROW } from '../../__tests__/support/roll-row';

it.each([
  ['测 册 丙', '测册丙'],
  ['测　册\u200b丙\n', '测册丙'],
  ['\u202d测册丙\u202c', '测册丙'],
  ['\uf980一', '呂一'],
  ['阿卜杜•买买提', '阿卜杜·买买提'],
  ['阿卜杜 ・ 买买提', '阿卜杜·买买提'],
  ['阿卜杜‧买买提', '阿卜杜·买买提'],
  ['Ｔｏｍ  Li', 'Tom Li'],
  ['王\u0000小明', '王小明'],
  ['阿.买', '阿·买'],
  ['阿．买', '阿·买'],
  ['测—戊', '测-戊'],
  ['测 —— 戊', '测-戊'],
  ['测－戊', '测-戊'],
])('keeps a name in one spelling: %j', (written, kept) => {
  expect(cleanName(written)).toBe(cleanName(kept));
  expect(cleanName(cleanName(written))).toBe(cleanName(written));
});

it('keeps dots and dashes that stand between letters', () => {
  expect(cleanName('J.Smith-Li')).toBe('J.Smith-Li');
});

it.each(['测序单位（东校）', ' 测序单位（东校） ', '测序单位\u200b(东校)', '测序\n单位（东校）', '测 序单位 ( 东校 )'])(
  'keeps the name of a unit in one spelling: %j',
  (written) => expect(cleanUnitName(written)).toBe('测序单位（东校）'),
);

it('keeps brackets of other writing', () => {
  expect(cleanUnitName('ＡＢ （North）')).toBe('AB(North)');
  expect(seenKey('ＡＢ Inc （North）')).toBe(seenKey('ab inc(north)'));
});

it('compares what people see', () => {
  expect(seenAs('润新小学（东校）')).toBe(seenAs('润新小学 (东校)'));
  expect(seenAs('第１小学')).toBe(seenAs('第1小学'));
  expect(seenAs('东校')).not.toBe(seenAs('西校'));
});

it('keeps texts without what nobody sees', () => {
  expect(plainLine(' 一行\r\n两\u200b行 ')).toBe('一行 两行');
  expect(plainLines('一行\r\n两\u200b行 ')).toBe('一行\n两行');
});

it('finds one person of a roll in every spelling of name and phone', () => {
  const rows = [
    { ...ROLL_ROW, row: 2, personName: '测册丙', phone: '13812370101' },
    { ...ROLL_ROW, row: 3, personName: '测 册 丙', phone: '138-1237-0101' },
    { ...ROLL_ROW, row: 4, personName: '测册\u200b丙', phone: '１３８１２３７０１０１' },
    { ...ROLL_ROW, row: 5, personName: '测册丙', phone: '138.1237.0101' },
    { ...ROLL_ROW, row: 6, personName: '测册丙', phone: '\u202d13812370101\u202c' },
  ];
  expect([...repeatedRows(rows).keys()]).toEqual([1, 2, 3, 4]);
  expect(normalizePhone('+86 138.1237.0101')).toBe('13812370101');
});
