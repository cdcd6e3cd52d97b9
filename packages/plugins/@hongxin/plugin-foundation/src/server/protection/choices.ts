/** One choice of a select; its value is what records and code hold. */
export interface Choice {
  value: unknown;
  label?: unknown;
}

/** The choices in a field's options, wherever NocoBase keeps them: `uiSchema.enum`, as a list of values or of objects. */
export function choicesOf(options: unknown): Choice[] {
  const { uiSchema } = (options ?? {}) as { uiSchema?: unknown };
  const { enum: list } = (typeof uiSchema === 'object' && uiSchema !== null ? uiSchema : {}) as { enum?: unknown };
  if (!Array.isArray(list)) return [];
  return (list as unknown[]).flatMap((each): Choice[] => {
    if (typeof each !== 'object' || each === null) return each === null || each === undefined ? [] : [{ value: each }];
    const { value, label } = each as { value?: unknown; label?: unknown };
    return value === undefined || value === null ? [] : [{ value, label }];
  });
}

/**
 * Shipped choices that a change takes away. A value given to another type (1 for "1") is another value, and a choice that
 * was missing before the change (an installation of an older release) is not the change's doing.
 */
export function lostChoices(shipped: readonly Choice[], before: unknown, after: unknown): Choice[] {
  const had = choicesOf(before);
  const has = choicesOf(after);
  const holds = (list: readonly Choice[], { value }: Choice) => list.some((each) => each.value === value);
  return shipped.filter((choice) => (had.length === 0 || holds(had, choice)) && !holds(has, choice));
}
