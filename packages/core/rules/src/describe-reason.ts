import { AREA_LEVEL_LABELS } from './area-code';
import type { Language, LocalizedText } from './localized-text';
import { ORGANIZATION_LEVEL_LABELS, FORMATIONS } from './organization';
import { REASON_CODES, type Reason, type ReasonRecord } from './reason';
import { REVIEW_DECISION_LABELS, REVIEW_STATE_LABELS } from './review-labels';

type Labels = Readonly<Record<string, LocalizedText>>;

const FORMATION_LABELS: Labels = Object.fromEntries(FORMATIONS.map((item) => [item.code, item]));

/** Params that hold codes, and the titles to show for them. */
const PARAM_LABELS: Readonly<Record<string, Labels>> = {
  areaLevel: AREA_LEVEL_LABELS,
  expectedAreaLevel: AREA_LEVEL_LABELS,
  organizationLevel: ORGANIZATION_LEVEL_LABELS,
  expectedOrganizationLevel: ORGANIZATION_LEVEL_LABELS,
  parentOrganizationLevel: ORGANIZATION_LEVEL_LABELS,
  formation: FORMATION_LABELS,
  decision: REVIEW_DECISION_LABELS,
  what: REVIEW_STATE_LABELS,
};

/** Params named `expected…` may list several codes joined so; each is titled by itself. */
const LIST_SEPARATOR = ', ';

/**
 * The sentence a person reads for a reason.
 * @param translate gives the title of a param's value (a field's title, a state's label); undefined leaves it to the
 *   built-in titles of levels and formations, then to the value itself
 * @param templates further catalogues, for reasons of a plugin's own guards
 * @returns the sentence, or the bare code when no catalogue knows it
 */
export function describeReason(
  reason: Reason,
  language: Language,
  translate?: (param: string, value: string) => string | undefined,
  templates: Labels = {},
): string {
  const template = [templates, REASON_CODES as Labels].find((labels) => Object.hasOwn(labels, reason.code))?.[
    reason.code
  ];
  if (!template) {
    return reason.code;
  }
  const sentence = template[language].replace(/\{\{(\w+)\}\}/g, (placeholder, param: string) => {
    const value = reason.params?.[param];
    if (value === undefined) {
      return placeholder;
    }
    if (value === null) {
      return '';
    }
    if (typeof value === 'object') {
      return value[language];
    }
    const title = (text: string): string => translate?.(param, text) ?? PARAM_LABELS[param]?.[text]?.[language] ?? text;
    const texts = param.startsWith('expected') ? String(value).split(LIST_SEPARATOR) : [String(value)];
    return texts.map(title).join(language === 'zh' ? '、' : LIST_SEPARATOR);
  });
  return reason.records?.length ? withRecords(sentence, reason.records, language) : sentence;
}

/** So many records are named in a sentence; the answer lists all. */
const NAMED = 20;

/** Says whom a sentence is about: "… （3条：张三、李四、王五）". */
function withRecords(sentence: string, records: readonly ReasonRecord[], language: Language): string {
  const zh = language === 'zh';
  const count = records.length;
  const named = records.slice(0, NAMED).map(({ name, detail }) => {
    if (!detail || count === 1) return name;
    return zh ? `${name}（${detail.zh}）` : `${name} (${detail.en})`;
  });
  const list = named.join(zh ? '、' : LIST_SEPARATOR) + (count > NAMED ? (zh ? '等' : ' …') : '');
  if (zh) return count === 1 ? `${sentence}（${list}）` : `${sentence}（${count}条：${list}）`;
  return count === 1 ? `${sentence} (${list})` : `${sentence} (${count}: ${list})`;
}
