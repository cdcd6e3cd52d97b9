import type { LocalizedText } from '@hongxin/rules';

/** Reasons of uploaded workbooks. */
export const SHEET_REASONS: Readonly<Record<string, LocalizedText>> = {
  SHEET_TOO_LARGE: {
    zh: '文件超过{{max}}MB，请只保留需要的行，或分批上传。',
    en: 'The file is larger than {{max}} MB; keep the rows that are needed, or upload in parts.',
  },
  SHEET_OTHER_TEMPLATE: {
    zh: '这不是本页面的模板，缺少列：{{headers}}。请下载模板后填写。',
    en: 'This is not the template of this page: it lacks {{headers}}. Download the template and fill it in.',
  },
  SHEET_HAS_FORMULAS: {
    zh: '单元格{{cells}}含有公式，请改为粘贴“值”后重新上传。',
    en: 'Cells {{cells}} hold formulas; paste them as values and upload again.',
  },
};
