import type { FieldOptions } from '@nocobase/database';
import type { ProcessDefinition } from '@hongxin/rules/mechanism';

/** The state column of a process: its choices are the process's states; only transitions change it. */
export function stateField(process: ProcessDefinition, label = '状态'): FieldOptions {
  const choices = Object.entries(process.states).map(([value, state]) => ({
    value,
    label: state.label.zh,
    color: state.color ?? 'default',
  }));
  return {
    type: 'string',
    name: process.stateField,
    interface: 'select',
    index: true,
    defaultValue: process.initial,
    uiSchema: { type: 'string', title: label, 'x-component': 'Select', 'x-read-pretty': true, enum: choices },
  };
}
