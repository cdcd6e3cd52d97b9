import { DEFAULT_SHEET_TEXTS, filledText, sheetTextProblems, type SheetName, type SheetTexts } from '../sheet-texts';

const SHEETS = Object.keys(DEFAULT_SHEET_TEXTS) as SheetName[];
const changed = (sheet: SheetName, over: Partial<SheetTexts>) => ({ ...DEFAULT_SHEET_TEXTS[sheet], ...over });

it('finds nothing wrong with what is shipped', () => {
  for (const sheet of SHEETS)
    expect([sheet, sheetTextProblems(sheet, DEFAULT_SHEET_TEXTS[sheet])]).toEqual([sheet, []]);
});

it('fills in what the record says, once and as it is', () => {
  expect(filledText('{{ name }}同志，{{name}}', { name: '{{year}}$&' })).toBe('{{year}}$&同志，{{year}}$&');
  expect(filledText('{{other}}', { name: '王小明' })).toBe('{{other}}');
});

it('names the text that is blank, too long, or names what the sheet does not know', () => {
  const title = { zh: ' ', en: 'x'.repeat(301) };
  expect(sheetTextProblems('memberReceipt', changed('memberReceipt', { title }))).toEqual([
    { part: 'title', language: 'zh', problem: 'blank' },
    { part: 'title', language: 'en', problem: 'long' },
  ]);
  const text = { zh: '{{phone}}已报到', en: '{{name}}' };
  expect(sheetTextProblems('unitReceipt', changed('unitReceipt', { text }))).toEqual([
    { part: 'text', language: 'zh', problem: 'placeholder', placeholder: 'phone' },
  ]);
  expect(sheetTextProblems('memberFeedback', changed('memberFeedback', { note: { zh: '', en: '' } }))).toEqual([]);
});

it('takes nothing else for texts', () => {
  for (const value of [null, 'x', 3, [], {}, { title: '标题' }, changed('unitReceipt', { sign: undefined as never })])
    expect(sheetTextProblems('unitReceipt', value)).toBeNull();
});
