import type { Model } from '@nocobase/database';
import { valuesOf, type Row } from '../read/present';

/** Signs with which a spreadsheet begins to calculate. */
const FORMULA = /^\s*[=+\-@\t\r]/;

/** Puts an apostrophe before texts that a spreadsheet would take for a formula, in a row and in its related records. */
export function neutralizeRow(row: Row): void {
  const values = valuesOf(row);
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'string' && FORMULA.test(value) && Number.isNaN(Number(value))) values[name] = `'${value}`;
    else if (Array.isArray(value)) value.forEach((each) => isRow(each) && neutralizeRow(each));
    else if (isRow(value)) neutralizeRow(value);
  }
}

const isRow = (value: unknown): value is Model => typeof value === 'object' && value !== null && 'dataValues' in value;
