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
  return Object.fromEntries(
    Object.entries(values).map(([name, value]): [string, unknown] => [name, plainValue(collection, name, value)]),
  );
}

function plainValue(collection: Collection, name: string, value: unknown): unknown {
  if (typeof value !== 'string' || value === '') return value;
  return plainOf(collection.getField(name))?.(value) ?? value;
}

/** Stores the changed texts of a row plain; what was stored before stays as it is until somebody changes it. */
export function keepPlainTexts(row: Model): void {
  const { collection } = row.constructor as typeof Model;
  const changed = row.isNewRecord ? Object.keys(row.dataValues) : row.changed() || [];
  for (const name of changed) {
    const value = row.dataValues[name] as unknown;
    const plain = plainValue(collection, name, value);
    if (plain !== value) row.set(name, plain);
  }
}
