import { MECHANISM_REASONS, reasonMaker } from '@hongxin/rules/mechanism';
import { COMMON_REASONS } from '../common/reasons';

/** Messages of the reasons that need the database to be found. */
export const DICTIONARY_REASONS = {
  CHOICES_OF_DICTIONARY: {
    zh: '“{{field}}”的选项来自字典“{{dictionary}}”，请在“字典”页面新增、改名或停用（{{options}}）；这里只能改颜色。',
    en: 'The options of "{{field}}" come from the dictionary "{{dictionary}}": add, rename or disable them on the page Dictionaries ({{options}}). Only colours are changed here.',
  },
  DICTIONARY_CODE_IN_USE: {
    zh: '“{{title}}”的代码“{{code}}”正被{{blockers}}使用，不能修改或移到别的字典；可以改名称，或停用后另建一项。',
    en: 'Code "{{code}}" of "{{title}}" is used by {{blockers}}, so it cannot be changed or moved to another dictionary. Change the title, or disable the item and add another.',
  },
  CHOICE_NOT_OFFERED: {
    zh: '“{{field}}”的选项“{{value}}”已停用，可选：{{expected}}。',
    en: '"{{value}}" of "{{field}}" is disabled; choose among: {{expected}}.',
  },
} as const;

export const dictionaryReason = reasonMaker(MECHANISM_REASONS, COMMON_REASONS, DICTIONARY_REASONS);
