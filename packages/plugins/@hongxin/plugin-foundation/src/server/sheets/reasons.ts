import type { LocalizedText } from '@hongxin/rules/mechanism';

/** Reasons of uploaded workbooks. */
export const SHEET_REASONS: Readonly<Record<string, LocalizedText>> = {
  SHEET_TOO_LARGE: {
    zh: '文件超过{{max}}MB，请只保留需要的行，或分批上传。',
    en: 'The file is larger than {{max}} MB; keep the rows that are needed, or upload in parts.',
  },
  SHEET_TOO_MUCH: {
    zh: '文件内容过多，无法读取，请只保留需要的行和列，或分批上传。',
    en: 'The file holds too much to be read; keep the rows and columns that are needed, or upload in parts.',
  },
  SHEET_QUEUE_FULL: {
    zh: '正在读取的文件较多，请稍后再上传。',
    en: 'Many files are being read just now; upload again in a while.',
  },
  SHEET_OTHER_TEMPLATE: {
    zh: '这不是本页面的模板，缺少列：{{headers}}。请下载模板后填写。',
    en: 'This is not the template of this page: it lacks {{headers}}. Download the template and fill it in.',
  },
  SHEET_HAS_FORMULAS: {
    zh: '单元格{{cells}}含有公式，请改为粘贴“值”后重新上传。',
    en: 'Cells {{cells}} hold formulas; paste them as values and upload again.',
  },
  SHEET_HEADER_TWICE: {
    zh: '表头“{{headers}}”出现了不止一次，请删去或改名多余的列。',
    en: 'The header {{headers}} stands more than once; remove or rename the columns that are too many.',
  },
  SHEET_SEVERAL: {
    zh: '工作表{{sheets}}都有可导入的数据，请只保留一个，其余的另存或隐藏。',
    en: 'Sheets {{sheets}} all hold rows to import; keep one, and hide or remove the others.',
  },
  SHEET_TOO_WIDE: {
    zh: '单元格{{cell}}在表格之外很远处有内容，请清除表格右侧多余的列。',
    en: 'Cell {{cell}}, far to the right of the table, holds something; clear the columns beside the table.',
  },
  SHEET_ROWS_HIDDEN: {
    zh: '第{{rows}}行被筛选或隐藏，请取消筛选和隐藏；不需要的行请删除。',
    en: 'Rows {{rows}} are filtered away or hidden; show them, and delete those that are not meant.',
  },
  CELL_ERROR: {
    zh: '单元格是错误值{{shown}}，请改为正确的内容或清空。',
    en: 'the cell holds the error {{shown}}; enter the right value, or clear it.',
  },
  CELL_FORMULA: {
    zh: '单元格是公式，文件中没有保存它的结果，请粘贴为“值”。',
    en: 'the cell is a formula whose result is not in the file; paste it as a value.',
  },
  CELL_MERGED: {
    zh: '属于合并单元格（{{shown}}），请取消合并，每一行都填写。',
    en: 'the cell is part of a merged area ({{shown}}); unmerge it and fill in every row.',
  },
  CELL_IS_BOOLEAN: {
    zh: '单元格是逻辑值{{shown}}，请改为文字。',
    en: 'the cell holds the logical value {{shown}}; write it as text.',
  },
  CELL_IS_DAY: {
    zh: '单元格是日期或时间“{{shown}}”，不是文字；请把该列设为“文本”格式后重新填写。',
    en: 'the cell is a date or time, "{{shown}}", not text; format the column as text and enter it again.',
  },
  CELL_LONG_NUMBER: {
    zh: '单元格是超过15位的数字，Excel只保留前15位；请把该列设为“文本”格式后重新填写。',
    en: 'the cell is a number of more than 15 digits, of which Excel keeps 15; format the column as text and enter it again.',
  },
  CELL_NOT_DAY: {
    zh: '“{{shown}}”是数字，不是日期；请写成2024-01-05，或用Excel的日期格式。',
    en: '"{{shown}}" is a number and no date; write it like 2024-01-05, or format the cell as a date.',
  },
  CELL_NOT_TIME: {
    zh: '“{{shown}}”不是时间，请写成08:30。',
    en: '"{{shown}}" is no time of day; write it like 08:30.',
  },
  CELL_CHOICE_UNKNOWN: {
    zh: '没有“{{value}}”这个选项，可填：{{choices}}。',
    en: 'There is no choice "{{value}}"; choose among: {{choices}}.',
  },
};
