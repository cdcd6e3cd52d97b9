import { AREA_LEVEL_LABELS } from './area-code';
import type { Language, LocalizedText } from './localized-text';
import type { Reason, ReasonRecord, ReasonTexts } from './reason';
import { MECHANISM_REASONS } from './reasons';

/** Titles of the codes that a reason's params may hold, by the name of the param. */
export type ReasonLabels = Readonly<Record<string, Readonly<Record<string, LocalizedText>>>>;

/** The words of a sentence beyond those that every domain shares. */
export interface ReasonWords {
  /** Messages of the domains' own reasons. */
  texts?: ReasonTexts;
  labels?: ReasonLabels;
  /** Title of a param's value, e.g. of a field or a state; undefined leaves it to the labels, then to the value itself. */
  translate?: (param: string, value: string) => string | undefined;
}

/** Params of the shared reasons that hold codes. */
const SHARED_LABELS: ReasonLabels = { areaLevel: AREA_LEVEL_LABELS, expectedAreaLevel: AREA_LEVEL_LABELS };

/** Params named `expected…` may list several codes joined so; each is titled by itself. */
const LIST_SEPARATOR = ', ';

/**
 * The sentence a person reads for a reason.
 * @returns the sentence, or the bare code when no catalogue knows it
 */
export function describeReason(reason: Reason, language: Language, words: ReasonWords = {}): string {
  const catalogues: ReasonTexts[] = [words.texts ?? {}, MECHANISM_REASONS];
  const template = catalogues.find((texts) => Object.hasOwn(texts, reason.code))?.[reason.code];
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
    const labels = words.labels?.[param] ?? SHARED_LABELS[param];
    const title = (text: string): string => words.translate?.(param, text) ?? labels?.[text]?.[language] ?? text;
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
