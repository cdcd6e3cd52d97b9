import { marked } from '@hongxin/plugin-foundation';
import type { FieldOptions } from '@nocobase/database';

/** A number shown to the tenth; what is decided on is counted in whole tenths by the rules. */
export function score(name: string, label: string): FieldOptions {
  return marked(
    {
      type: 'double',
      name,
      interface: 'number',
      uiSchema: {
        type: 'number',
        title: label,
        'x-component': 'InputNumber',
        'x-read-pretty': true,
        'x-component-props': { stringMode: true, step: '0.1' },
      },
    },
    { byServer: true },
  );
}
