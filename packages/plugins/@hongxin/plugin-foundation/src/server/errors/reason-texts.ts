import { REASON_CODES, type LocalizedText } from '@hongxin/rules';

const texts: Record<string, LocalizedText> = {};

/** Templates of the plugins' own reasons, as `describeReason` takes them; those of the rules come with @hongxin/rules. */
export const reasonTexts: Readonly<Record<string, LocalizedText>> = texts;

/**
 * Takes the templates of a plugin's own reason codes.
 * @throws when the code is one of the rules, or another text is registered under it
 */
export function registerReasonTexts(templates: Readonly<Record<string, LocalizedText>>): void {
  for (const [code, template] of Object.entries(templates)) {
    if (Object.hasOwn(REASON_CODES, code)) throw new Error(`Reason ${code} is one of the rules; choose another code`);
    const known = Object.hasOwn(texts, code) ? texts[code] : undefined;
    if (known && (known.zh !== template.zh || known.en !== template.en))
      throw new Error(`Reason ${code} is registered twice with different texts`);
    texts[code] = template;
  }
}
