import type { LocalizedText } from '@hongxin/rules/mechanism';

/** What a part of a request's body should have been, in the reader's words. */
export const EXPECTED = {
  text: { zh: '文字', en: 'text' },
  flag: { zh: '是或否（true或false）', en: 'true or false' },
  list: { zh: '列表', en: 'a list' },
  id: { zh: '记录的编号', en: 'the id of a record' },
  object: { zh: '由字段名和值组成的对象', en: 'an object of fields and their values' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

/** A list of ids of records, no longer than so many. */
export const expectedIds = (most: number): LocalizedText => ({
  zh: `1至${most}条记录的编号列表`,
  en: `a list of 1 to ${most} ids of records`,
});
