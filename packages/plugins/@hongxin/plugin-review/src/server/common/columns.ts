import type { FieldOptions } from '@nocobase/database';

/** A key of another table, without a constraint: what it points to may be cleaned up, the history stays. */
export function key(name: string, label: string, index = false): FieldOptions {
  return {
    type: 'bigInt',
    name,
    interface: 'integer',
    ...(index ? { index: true } : {}),
    uiSchema: { type: 'number', title: label, 'x-component': 'InputNumber', 'x-read-pretty': true },
  };
}
