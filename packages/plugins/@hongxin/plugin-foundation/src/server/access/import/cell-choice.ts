import type { Context } from '@nocobase/actions';
import type { Field } from '@nocobase/database';
import { seenAs } from '@hongxin/rules/mechanism';
import { NAMESPACES } from '../../translations/texts';
import { cellText, type SheetCell } from '../../sheets';
import type { CellValue } from './cell-clock';

interface Choice {
  value: unknown;
  label: string;
  /** No longer offered; a row that keeps it is read all the same. */
  disabled?: boolean;
}

const SEPARATORS = /[,，、;；\n]/;
const CHOICES_NAMED = 20;
const ONE = new Set(['select', 'radioGroup']);
const SEVERAL = new Set(['multipleSelect', 'checkboxGroup']);

/** Reads choices by their label in Chinese or in the reader's language (an export gives those), or by value. */
export class ChoiceReader {
  private readonly values = new Map<string, unknown>();

  private constructor(
    private readonly offered: readonly string[],
    private readonly isSeveral: boolean,
  ) {}

  /** @returns null for a field without choices */
  static of({ options }: Pick<Field, 'options'>, context: Context): ChoiceReader | null {
    const { enum: choices } = (options.uiSchema ?? {}) as { enum?: readonly Choice[] };
    const isSeveral = SEVERAL.has(String(options.interface));
    if (!choices || (!isSeveral && !ONE.has(String(options.interface)))) return null;
    const translate = context.t as (text: string, options: { ns: string }) => string;
    const translated = choices.map(({ label }) => String(translate(String(label), { ns: NAMESPACES.collections })));
    const reader = new ChoiceReader(
      translated.filter((_, index) => !choices[index].disabled),
      isSeveral,
    );
    for (const { value } of choices) reader.values.set(seenAs(String(value)), value);
    translated.forEach((label, index) => reader.values.set(seenAs(label), choices[index].value));
    for (const { label, value } of choices) reader.values.set(seenAs(String(label)), value);
    return reader;
  }

  read(cell: SheetCell): CellValue {
    const read = cellText(cell);
    if (!read.ok) return read;
    if (read.text === null) return { ok: true, value: null };
    const whole = this.values.get(seenAs(read.text));
    if (whole !== undefined) return { ok: true, value: this.isSeveral ? [whole] : whole };
    if (!this.isSeveral) return this.unknown(read.text);
    const values = new Set<unknown>();
    for (const text of read.text.split(SEPARATORS).filter((each) => each.trim() !== '')) {
      const value = this.values.get(seenAs(text));
      if (value === undefined) return this.unknown(text.trim());
      values.add(value);
    }
    return { ok: true, value: [...values] };
  }

  private unknown(value: string): CellValue {
    const choices = this.offered.slice(0, CHOICES_NAMED).join('、') + (this.offered.length > CHOICES_NAMED ? '…' : '');
    return { ok: false, reason: { code: 'CELL_CHOICE_UNKNOWN', params: { value: value.slice(0, 40), choices } } };
  }
}
