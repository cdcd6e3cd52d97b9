/** A table's columns are as wide as what usually stands in them. */
import { actionsWidth, columnWidth } from '../pages/column-widths';

const column = (content: Partial<Parameters<typeof columnWidth>[0]>) =>
  columnWidth({ interface: 'input', title: '姓名', labels: [], name: 'title', ...content });

test('a number of the counter and the digits of an area are shown to their end', () => {
  expect(column({ name: 'number', title: '报到编号', limit: 50 })).toBe(225);
  expect(column({ name: 'areaCode', title: '区划代码', limit: 20 })).toBe(190);
});

test('a name is narrow, a title is as wide as NocoBase makes it', () => {
  expect(column({ name: 'personName', limit: 50 })).toBe(105);
  expect(column({ limit: 200 })).toBe(150);
  expect(column({ name: 'name', limit: 50 })).toBe(105);
  expect(column({ name: 'name', limit: 100 })).toBe(185);
});

test('a choice is as wide as its longest label', () => {
  const state = (labels: string[]) => column({ interface: 'select', name: 'state', title: '状态', labels });
  expect(state(['在册'])).toBe(70);
  expect(state(['在册', '单位已确认'])).toBe(106);
});

test('no column is narrower than its header', () => {
  expect(column({ interface: 'integer', title: '服务时长（小时）' })).toBe(148);
  expect(column({ interface: 'integer', title: '次数' })).toBe(80);
});

test('a masked phone leaves room for the eye, a relation to an area for its name', () => {
  expect(column({ name: 'phone', mask: 'phone', limit: 30 })).toBe(150);
  expect(column({ interface: 'm2o', name: 'area', target: 'hxAreas' })).toBe(140);
});

test('every further link of a row makes the column of actions wider', () => {
  expect([0, 1, 2, 3].map(actionsWidth)).toEqual([82, 82, 118, 154]);
});
