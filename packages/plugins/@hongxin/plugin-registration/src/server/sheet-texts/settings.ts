import type { SettingDefinition } from '@hongxin/plugin-foundation';
import { type LocalizedText, type Reason } from '@hongxin/rules/mechanism';
import {
  DEFAULT_SHEET_TEXTS,
  SHEET_PARTS,
  SHEET_TEXT_MAX,
  sheetPlaceholders,
  sheetTextProblems,
  type SheetName,
  type SheetPart,
  type SheetTextProblem,
  type SheetTexts,
} from '@hongxin/rules/registration';
import { registrationReason } from '../reasons';

const TITLES: Readonly<Record<SheetName, LocalizedText>> = {
  memberReceipt: { zh: '党员报到回执的文字', en: 'Texts of a member’s receipt' },
  unitReceipt: { zh: '单位报到回执的文字', en: 'Texts of a unit’s receipt' },
  memberFeedback: { zh: '党员年度反馈单的文字', en: 'Texts of a member’s yearly feedback' },
  unitFeedback: { zh: '单位年度反馈单的文字', en: 'Texts of a unit’s yearly feedback' },
};
const PARTS: Readonly<Record<SheetPart, LocalizedText>> = {
  title: { zh: '标题', en: 'Heading' },
  text: { zh: '正文', en: 'Text' },
  sign: { zh: '落款', en: 'Signature' },
  note: { zh: '页脚说明', en: 'Closing remark' },
};
const LANGUAGES = { zh: { zh: '中文', en: 'Chinese' }, en: { zh: '英文', en: 'English' } } as const;
const PLACEHOLDERS: Readonly<Record<string, LocalizedText>> = {
  name: { zh: '{{name}}：姓名或单位名称', en: '{{name}}: the name of the person or unit' },
  year: { zh: '{{year}}：年度', en: '{{year}}: the year' },
  issuer: { zh: '{{issuer}}：接收或反馈的组织', en: '{{issuer}}: the organisation that issues it' },
};

export const SHEETS = Object.keys(DEFAULT_SHEET_TEXTS) as SheetName[];

/** A row `sheetTexts.<sheet>` of the settings: what a sheet says around what the record says. */
export const SHEET_TEXTS_SETTINGS = Object.fromEntries(SHEETS.map((sheet) => [sheet, settingOf(sheet)])) as Readonly<
  Record<SheetName, SettingDefinition<SheetTexts>>
>;

function settingOf(sheet: SheetName): SettingDefinition<SheetTexts> {
  const defaultValue = DEFAULT_SHEET_TEXTS[sheet];
  const parts = SHEET_PARTS.filter((part) => defaultValue[part]);
  const known = [...new Set(parts.flatMap((part) => sheetPlaceholders(sheet, part)))].map((each) => PLACEHOLDERS[each]);
  return {
    key: `sheetTexts.${sheet}`,
    defaultValue,
    check: (value) => reasonsOf(sheet, value),
    form: {
      title: TITLES[sheet],
      help: {
        zh: `打印时所用的文字，已出具的再打印时也按新的文字。可用的占位符：${known.map(({ zh }) => zh).join('；')}。[默认]`,
        en: `What the sheet says, also when an issued one is printed again. It may name ${known.map(({ en }) => en).join('; ')}. [default]`,
      },
      fields: () =>
        parts.flatMap((part) =>
          (['zh', 'en'] as const).map((language) => ({
            kind: 'text' as const,
            path: [part, language],
            label: labelOf(part, language),
            max: SHEET_TEXT_MAX,
            optional: part === 'note',
          })),
        ),
    },
  };
}

const labelOf = (part: SheetPart, language: 'zh' | 'en'): LocalizedText => ({
  zh: `${PARTS[part].zh}（${LANGUAGES[language].zh}）`,
  en: `${PARTS[part].en} (${LANGUAGES[language].en})`,
});

function reasonsOf(sheet: SheetName, value: unknown): Reason[] {
  const problems = sheetTextProblems(sheet, value);
  return problems === null
    ? [registrationReason('SHEET_TEXTS_INVALID')]
    : problems.map((each) => reasonOf(sheet, each));
}

function reasonOf(sheet: SheetName, { part, language, problem, placeholder = '' }: SheetTextProblem): Reason {
  const label = labelOf(part, language);
  const reason = (code: 'SHEET_TEXT_BLANK' | 'SHEET_TEXT_LONG', params = {}): Reason => ({
    code,
    params: { text: label, ...params },
  });
  if (problem === 'blank') return reason('SHEET_TEXT_BLANK');
  if (problem === 'long') return reason('SHEET_TEXT_LONG', { max: SHEET_TEXT_MAX });
  const allowed = sheetPlaceholders(sheet, part).map((name) => `{{${name}}}`);
  return {
    code: allowed.length > 0 ? 'SHEET_TEXT_PLACEHOLDER' : 'SHEET_TEXT_NO_PLACEHOLDER',
    params: { text: label, placeholder: `{{${placeholder}}}`, allowed: allowed.join(', ') },
  };
}
