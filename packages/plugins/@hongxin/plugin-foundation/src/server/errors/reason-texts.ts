import { MECHANISM_REASONS, type LocalizedText, type ReasonLabels, type ReasonTexts } from '@hongxin/rules/mechanism';

const texts: Record<string, LocalizedText> = {};
const labels: Record<string, ReasonLabels[string]> = {};

/** What `describeReason` needs beyond the shared reasons: those of the plugins, and the titles of codes in their params. */
export const reasonWords: { readonly texts: ReasonTexts; readonly labels: ReasonLabels } = { texts, labels };

/**
 * Takes the messages of a plugin's reasons.
 * @throws when a code is one that every domain shares, or another text is registered under it
 */
export function registerReasonTexts(templates: ReasonTexts): void {
  for (const [code, template] of Object.entries(templates)) {
    if (Object.hasOwn(MECHANISM_REASONS, code)) throw new Error(`Reason ${code} is shared by all; choose another code`);
    const known = Object.hasOwn(texts, code) ? texts[code] : undefined;
    if (known && (known.zh !== template.zh || known.en !== template.en))
      throw new Error(`Reason ${code} is registered twice with different texts`);
    texts[code] = template;
  }
}

/** Takes the titles of codes that params of a plugin's reasons hold, by the name of the param. */
export function registerReasonLabels(added: ReasonLabels): void {
  Object.assign(labels, added);
}
