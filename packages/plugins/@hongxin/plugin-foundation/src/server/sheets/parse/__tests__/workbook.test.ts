/** What is seen in a sheet, cell by cell; sheets are written here as programs and Excel write them. */
import { CFB, utils, write, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { cellText } from '../../cell-text';
import { readWorkbook } from '../workbook';

const sheetOf = (rows: unknown[][]): WorkSheet => utils.aoa_to_sheet(rows);
const bookOf = (...sheets: WorkSheet[]): WorkBook => {
  const book = utils.book_new();
  sheets.forEach((sheet, index) => utils.book_append_sheet(book, sheet, `表${index + 1}`));
  return book;
};
const bytes = (book: WorkBook): Buffer => write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
const reading = (book: WorkBook | Buffer, headers: string[], rows = 100) =>
  readWorkbook({ content: Buffer.isBuffer(book) ? book : bytes(book), headers, rows });
/** The one cell below the header 值, as the text that is read or the code of what is wrong. */
const seen = (cell: Partial<CellObject>): string | null => {
  const sheet = sheetOf([['值'], ['x']]);
  sheet.A2 = cell as CellObject;
  const [row] = reading(bookOf(sheet), ['值']).rows;
  const read = cellText(row.cells[0]);
  return read.ok ? read.text : read.reason.code;
};
/** A sheet whose XML is given. */
const withXml = (sheetXml: string): Buffer => {
  const container = CFB.read(bytes(bookOf(sheetOf([['姓名']]))), { type: 'buffer' });
  const entry = CFB.find(container, '/xl/worksheets/sheet1.xml') as unknown as { content: Uint8Array };
  entry.content = Buffer.from(`<worksheet xmlns="x">${sheetXml}</worksheet>`);
  return Buffer.from(CFB.write(container, { type: 'buffer', fileType: 'zip', compression: true }) as Uint8Array);
};
const text = (address: string, value: string): string =>
  `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`;

it('reads numbers as they are shown, and names what cannot be read so', () => {
  expect(seen({ t: 'n', v: 302, z: '0000' })).toBe('0302');
  expect(seen({ t: 'n', v: 0.5, z: '0%' })).toBe('50%');
  expect(seen({ t: 'n', v: 1200, z: '"¥"#,##0.00' })).toBe('¥1,200.00');
  expect(seen({ t: 'n', v: 13812345678 })).toBe('13812345678');
  expect(seen({ t: 'n', v: 13812345678, z: '0.00E+00' })).toBe('13812345678');
  expect(seen({ t: 'n', v: 0.1 + 0.2 })).toBe('0.3');
  expect(seen({ t: 'n', v: 370681001001001091 })).toBe('CELL_LONG_NUMBER');
  expect(seen({ t: 'n', v: 370681001001001091, z: '0' })).toBe('CELL_LONG_NUMBER');
  expect(seen({ t: 'n', v: 45293, z: 'm"月"d"日"' })).toBe('CELL_IS_DAY');
  expect(seen({ t: 'n', v: 0.75, z: 'h:mm' })).toBe('CELL_IS_DAY');
  expect(seen({ t: 'b', v: true })).toBe('CELL_IS_BOOLEAN');
  expect(seen({ t: 'e', v: 42 })).toBe('CELL_ERROR');
  expect(seen({ t: 's', v: ' \u200b一行\r\n两行\u3000' })).toBe('一行\n两行');
  expect(seen({ t: 's', v: 'mailto:x@y', l: { Target: 'mailto:x@y' } })).toBe('mailto:x@y');
});

it('reads every day cell, whatever shows it, and counts from 1904 where the workbook does', () => {
  const sheet = sheetOf([['日'], [45296], [45296], [45292]]);
  sheet.A2.z = 'yyyy-mm-dd';
  sheet.A3.z = 'yyyy"年"m"月"';
  const cells = reading(bookOf(sheet), ['日']).rows.map(({ cells: [cell] }) => cell);
  expect(cells[0]).toMatchObject({ kind: 'clock', day: '2024-01-05', showsDay: true });
  expect(cells[1]).toMatchObject({ kind: 'clock', day: '2024-01-05', showsDay: false });
  expect(cells[2]).toBe(45292);
  const book = bookOf(sheetOf([['日'], [43834]]));
  book.Sheets['表1'].A2.z = 'yyyy-mm-dd';
  book.Workbook = { WBProps: { date1904: true } };
  expect(reading(book, ['日']).rows[0].cells[0]).toMatchObject({ day: '2024-01-05' });
});

it('tells a formula without a result from one with it', () => {
  const rows = `<sheetData><row r="1">${text('A1', '姓名')}</row>
    <row r="2"><c r="A2"><f>B2</f></c></row><row r="3"><c r="A3" t="str"><f>B3</f><v>甲</v></c></row>
    <row r="4"><c r="A4"><f/></c></row></sheetData>`;
  const { rows: found, formulas } = reading(withXml(rows), ['姓名']);
  expect(found.map(({ row, cells }) => [row, cells[0]])).toEqual([
    [2, { kind: 'formula', shown: '' }],
    [3, '甲'],
    [4, { kind: 'formula', shown: '' }],
  ]);
  expect(formulas).toEqual(['A2', 'A3', 'A4']);
});

it('names merged cells, hidden rows and headers that stand twice', () => {
  const sheet = sheetOf([['姓名', '楼'], ['甲', '1号楼'], ['乙'], [], ['丙', '2号楼']]);
  sheet['!merges'] = [utils.decode_range('B2:B3')];
  sheet['!rows'] = [{}, {}, {}, {}, { hidden: true }];
  const read = reading(bookOf(sheet), ['姓名', '楼']);
  expect(read.rows.map(({ row }) => row)).toEqual([2, 3, 5]);
  expect(read.rows[1].cells).toEqual(['乙', { kind: 'merged', shown: 'B2:B3' }]);
  expect(read.hiddenRows).toEqual([5]);
  expect(reading(bookOf(sheetOf([['姓名', ' 姓 名 '], ['甲']])), ['姓名']).twice).toEqual(['姓名']);
  expect(reading(bookOf(sheetOf([['说明'], ['姓　名\n'], ['甲']])), ['姓名']).rows).toEqual([
    { row: 3, cells: ['甲'] },
  ]);
});

it('a merge over a million rows holds nothing up', () => {
  const rows = `<sheetData><row r="1">${text('A1', '姓名')}</row><row r="2">${text('A2', '甲')}</row>
    <row r="1048576">${text('A1048576', '乙')}</row></sheetData><mergeCells><mergeCell ref="A2:A1048576"/></mergeCells>`;
  const started = Date.now();
  const read = reading(withXml(rows), ['姓名']);
  expect(Date.now() - started).toBeLessThan(5_000);
  expect(read.rows.length).toBeLessThanOrEqual(2);
  expect(read.rows[0]).toEqual({ row: 2, cells: ['甲'] });
});

it('reads the sheet one sees, and asks which when there are several', () => {
  const list = (name: string): WorkSheet => sheetOf([['姓名'], [name]]);
  const hidden = bookOf(list('旧'), list('新'));
  hidden.Workbook = {
    Sheets: [
      { name: '表1', Hidden: 1 },
      { name: '表2', Hidden: 0 },
    ],
  };
  expect(reading(hidden, ['姓名']).rows).toEqual([{ row: 2, cells: ['新'] }]);
  expect(reading(bookOf(sheetOf([['说明']]), list('新')), ['姓名']).rows).toEqual([{ row: 2, cells: ['新'] }]);
  expect(reading(bookOf(list('甲'), sheetOf([['姓名']])), ['姓名']).rows).toHaveLength(1);
  expect(reading(bookOf(list('甲'), list('乙')), ['姓名']).several).toEqual(['表1', '表2']);
  expect(reading(bookOf(sheetOf([['名称']])), ['姓名', '名称']).missing).toEqual(['姓名']);
});

it('reads rich text whole, without the reading aids of its signs, and entities as signs', () => {
  const rich = '<c r="A2" t="inlineStr"><is><r><t>王</t></r><r><t>小&amp;明</t></r><rPh><t>wang</t></rPh></is></c>';
  const xml = `<x:sheetData><x:row>${text('A1', '姓名')}</x:row><x:row>${rich}</x:row></x:sheetData>`;
  expect(reading(withXml(xml), ['姓名']).rows).toEqual([{ row: 2, cells: ['王小&明'] }]);
});

it('pays for the cells that are there, not for the size that the sheet says', () => {
  const rows = Array.from(
    { length: 2000 },
    (_each, index) =>
      `<row r="${index + 2}">${text(`A${index + 2}`, `甲${index}`)}${text(`XFD${index + 2}`, 'x')}</row>`,
  );
  const xml = `<dimension ref="A1:XFD1048576"/><sheetData><row r="1">${text('A1', '姓名')}</row>${rows.join('')}</sheetData>`;
  const content = withXml(xml);
  const before = performance.now();
  expect(reading(content, ['姓名']).farCell).toBe('XFD2');
  expect(performance.now() - before).toBeLessThan(2000);
});

it('reads one row more than allowed, wherever it stands', () => {
  const far = `<sheetData><row r="1">${text('A1', '姓名')}</row><row r="2">${text('A2', '甲')}</row>
    <row r="900000">${text('A900000', '乙')}</row></sheetData>`;
  expect(reading(withXml(far), ['姓名']).rows.map(({ row }) => row)).toEqual([2, 900000]);
  const many = sheetOf([['姓名'], ...Array.from({ length: 300 }, () => ['甲'])]);
  expect(reading(bookOf(many), ['姓名'], 100).rows.length).toBeGreaterThan(100);
});

it('is no workbook', () => {
  for (const content of ['姓名,电话\n', '<table><tr><td>姓名</td></tr></table>'])
    expect(() => reading(Buffer.from(content), ['姓名'])).toThrow();
});
