import type { LocalizedText } from '@hongxin/rules';

/** Templates of the domain plugins' own reasons; those of the rules come with @hongxin/rules. */
const texts = new Map<string, LocalizedText>();

/**
 * Takes the templates of a plugin's own reason codes.
 * @throws when another text is registered under the same code
 */
export function registerReasonTexts(templates: Readonly<Record<string, LocalizedText>>): void {
  for (const [code, template] of Object.entries(templates)) {
    const known = texts.get(code);
    if (known && (known.zh !== template.zh || known.en !== template.en))
      throw new Error(`Reason ${code} is registered twice with different texts`);
    texts.set(code, template);
  }
}

/** The templates as `describeReason` of @hongxin/rules takes them. */
export function reasonTexts(): Readonly<Record<string, LocalizedText>> {
  return Object.fromEntries(texts);
}
