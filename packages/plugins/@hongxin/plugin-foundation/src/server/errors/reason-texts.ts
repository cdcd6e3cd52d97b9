import type { LocalizedText } from '@hongxin/rules';

const texts: Record<string, LocalizedText> = {};

/** Templates of the plugins' own reasons, as `describeReason` takes them; those of the rules come with @hongxin/rules. */
export const reasonTexts: Readonly<Record<string, LocalizedText>> = texts;

/**
 * Takes the templates of a plugin's own reason codes.
 * @throws when another text is registered under the same code
 */
export function registerReasonTexts(templates: Readonly<Record<string, LocalizedText>>): void {
  for (const [code, template] of Object.entries(templates)) {
    const known = Object.hasOwn(texts, code) ? texts[code] : undefined;
    if (known && (known.zh !== template.zh || known.en !== template.en))
      throw new Error(`Reason ${code} is registered twice with different texts`);
    texts[code] = template;
  }
}
