import type { Collection, Field, Model } from '@nocobase/database';
import { plainLine, plainLines } from '@hongxin/rules/mechanism';

/** How the texts of a field are kept, by what people type them into: a line, or several. */
const PLAIN: Readonly<Record<string, (text: string) => string>> = { input: plainLine, textarea: plainLines };

/** Codes, secrets, choices and JSON have other inputs, and stay as they are. */
function plainOf(field: Field | undefined): ((text: string) => string) | undefined {
  const { type, interface: input } = (field?.options ?? {}) as { type?: string; interface?: string };
  return type === 'string' || type === 'text' ? PLAIN[input ?? ''] : undefined;
}

/**
 * Values as they are stored: texts that people type are kept without what nobody sees (zero-width and control
 * characters, blanks at the ends, line breaks in a line), so that what looks the same is the same.
 */
export function plainTexts(
  collection: Collection,
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const entries = Object.entries(values).map(([name, value]): [string, unknown] => {
    const plain = typeof value === 'string' && value !== '' ? plainOf(collection.getField(name)) : undefined;
    return [name, plain ? plain(value as string) : value];
  });
  return Object.fromEntries(entries);
}

/** Stores the changed texts of a row plain; what was stored before stays as it is until somebody changes it. */
export function keepPlainTexts(row: Model): void {
  const { collection } = row.constructor as typeof Model;
  const changed = row.isNewRecord ? Object.keys(row.dataValues) : row.changed() || [];
  for (const [name, value] of Object.entries(
    plainTexts(collection, Object.fromEntries(changed.map((each) => [each, row.dataValues[each]]))),
  )) {
    if (value !== row.dataValues[name]) row.set(name, value);
  }
}
