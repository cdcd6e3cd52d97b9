import type { Collection } from '@nocobase/database';
import type { Reason } from '@hongxin/rules/mechanism';
import { isRefusal, refusalFromValidation } from '../../errors';

/**
 * The rules an administrator set on the fields (required, longest, pattern …), which NocoBase's import does not ask. Its
 * check builds every field's rules anew for every value; a value that has been seen, or that is plain to pass, is not asked
 * about.
 */
export class FieldRules {
  private readonly seen = new Map<string, Map<unknown, Reason[]>>();

  constructor(private readonly collection: Collection) {
    for (const [name, field] of collection.fields) if (field.options.validation) this.seen.set(name, new Map());
  }

  /**
   * What a record's values break.
   * @param only the fields that change; all of a new record
   */
  reasons(values: Readonly<Record<string, unknown>>, only?: readonly string[]): Reason[] {
    return [...this.seen].flatMap(([name, verdicts]) => {
      if (only && !only.includes(name)) return [];
      const value = values[name];
      if (surelyPasses(this.collection.getField(name).options.validation as Validation, value)) return [];
      const known = verdicts.get(value) ?? this.check(name, value);
      if (!(value instanceof Object)) verdicts.set(value, known);
      return known;
    });
  }

  private check(name: string, value: unknown): Reason[] {
    try {
      this.collection.validate({ values: { [name]: value }, operation: 'update' });
      return [];
    } catch (error) {
      const refusal = isRefusal(error) ? error : refusalFromValidation(error);
      return refusal ? [...refusal.reasons] : [{ code: 'VALUE_INVALID', params: { field: name }, field: name }];
    }
  }
}

interface Validation {
  type: string;
  rules: readonly { name: string; args?: Readonly<Record<string, unknown>> }[];
}

/** A text within its length that has no other rule; for whatever else NocoBase is asked. */
function surelyPasses({ type, rules }: Validation, value: unknown): boolean {
  if (type !== 'string' || typeof value !== 'string' || value === '') return false;
  return rules.every(
    ({ name, args }) =>
      name === 'required' || (name === 'max' && typeof args?.limit === 'number' && value.length <= args.limit),
  );
}
