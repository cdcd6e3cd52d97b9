/** One choice of a select field; colours and whatever else NocoBase keeps with it go along. */
export interface FieldChoice {
  value: string;
  label: string;
  disabled?: boolean;
  [property: string]: unknown;
}

/** One row of the dictionaries, as far as choices need it. */
export interface DictionaryRow {
  code: string;
  title: string;
  enabled: boolean;
}

/** What a code ships for a choice: its label before anybody changed it. */
export type ShippedLabels = ReadonlyMap<string, string>;

/**
 * The choices of a field that a dictionary rules, in the dictionary's order; colours stay those of the field. An item that
 * is switched off is no longer offered; while records still hold it, it stays among the choices so that they can be read.
 */
export function choicesOfDictionary(
  rows: readonly DictionaryRow[],
  known: readonly FieldChoice[],
  used: ReadonlySet<string>,
): FieldChoice[] {
  const before = new Map(known.map((choice) => [choice.value, choice]));
  const chosen = rows
    .filter(({ code, enabled }) => enabled || used.has(code))
    .map(({ code, title, enabled }) => asChoice({ ...before.get(code), value: code, label: title }, enabled));
  const codes = new Set(rows.map(({ code }) => code));
  const left = known.filter(({ value }) => !codes.has(value) && used.has(value));
  return [...chosen, ...left.map((choice) => asChoice(choice, false))];
}

function asChoice({ disabled: _, ...choice }: FieldChoice, isOffered: boolean): FieldChoice {
  return isOffered ? (choice as FieldChoice) : ({ ...choice, disabled: true } as FieldChoice);
}

/** Whether two lists offer the same under the same names, whatever their colours and their order. */
export function sameChoices(left: readonly FieldChoice[], right: readonly FieldChoice[]): boolean {
  const labels = new Map(left.map(({ value, label }) => [value, label]));
  return left.length === right.length && right.every(({ value, label }) => labels.get(value) === label);
}

/** What a dictionary takes over from a field that had choices of its own. */
export interface Adoption {
  create: DictionaryRow[];
  retitle: { code: string; title: string }[];
  disable: string[];
}

/**
 * What an administrator had put into a field's own choices, before the dictionary ruled them, goes into the dictionary:
 * added choices become items, a label that was changed becomes the title unless the title was changed too, and a shipped
 * choice that was taken out of the field is switched off. A shipped item that was deleted from the dictionary does not
 * come back, except switched off while records hold it.
 */
export function adoptChoices(
  rows: readonly DictionaryRow[],
  known: readonly FieldChoice[],
  shipped: ShippedLabels,
  used: ReadonlySet<string>,
): Adoption {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const values = new Set(known.map(({ value }) => value));
  const isLost = ({ value }: FieldChoice) => !byCode.has(value);
  const isChanged = ({ value, label }: FieldChoice) =>
    byCode.get(value)?.title === shipped.get(value) && label !== shipped.get(value) && shipped.has(value);
  return {
    create: known
      .filter((choice) => isLost(choice) && (!shipped.has(choice.value) || used.has(choice.value)))
      .map(({ value, label }) => ({ code: value, title: label, enabled: !shipped.has(value) })),
    retitle: known.filter(isChanged).map(({ value, label }) => ({ code: value, title: label })),
    disable: rows
      .filter(({ code, enabled }) => known.length > 0 && enabled && shipped.has(code) && !values.has(code))
      .map(({ code }) => code),
  };
}
