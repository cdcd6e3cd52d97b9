/** Field definitions of NocoBase for plain columns, so that a collection reads as a list of what it holds. */
import type { FieldOptions } from '@nocobase/database';
import { marked, type FieldMarks } from './marks';

export interface ColumnOptions extends Pick<FieldMarks, 'personal' | 'plain'> {
  required?: boolean;
  unique?: boolean;
  index?: boolean;
  /** Shown but not typed in: only the server fills it. */
  readOnly?: boolean;
  defaultValue?: unknown;
  description?: string;
}

/** A choice of a select field. Labels are plain Chinese: kanban and pie charts show them as they are. */
export interface Choice {
  value: string;
  label: string;
  color?: string;
}

type Rule = { name: string; args?: Record<string, unknown> };

function validation(type: string, rules: Rule[], required = false): Record<string, unknown> {
  const all = required ? [{ name: 'required' }, ...rules] : rules;
  return all.length === 0 ? {} : { validation: { type, rules: all.map((rule) => ({ key: rule.name, ...rule })) } };
}

/** The field, with what its options say beside the column. */
function field(options: ColumnOptions, definition: FieldOptions): FieldOptions {
  const { readOnly, personal, plain } = options;
  const marks = {
    ...(readOnly ? { byServer: true } : {}),
    ...(personal ? { personal } : {}),
    ...(plain ? { plain } : {}),
  };
  return Object.keys(marks).length > 0 ? marked(definition, marks) : definition;
}

function column(options: ColumnOptions): Record<string, unknown> {
  const { unique, index, defaultValue } = options;
  return {
    ...(unique ? { unique: true } : {}),
    ...(index ? { index: true } : {}),
    ...(defaultValue === undefined ? {} : { defaultValue }),
  };
}

function schema(
  text: string,
  component: string,
  options: ColumnOptions,
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    title: text,
    'x-component': component,
    ...(options.required ? { required: true } : {}),
    ...(options.readOnly ? { 'x-read-pretty': true } : {}),
    ...(options.description ? { description: options.description } : {}),
    ...more,
  };
}

/** The primary key: distinct on every node, and no guess at how many records there are. */
export function identifier(): FieldOptions {
  return {
    type: 'snowflakeId',
    name: 'id',
    primaryKey: true,
    allowNull: false,
    interface: 'snowflakeId',
    uiSchema: {
      type: 'number',
      'x-component': 'InputNumber',
      'x-read-pretty': true,
      title: '{{t("ID")}}',
      'x-component-props': { stringMode: true, separator: '0.00', step: '1' },
    },
  };
}

/** One line of text. @param max characters, at most 255 */
export function text(
  name: string,
  label: string,
  options: ColumnOptions & { max?: number; pattern?: string } = {},
): FieldOptions {
  const rules: Rule[] = [{ name: 'max', args: { limit: options.max ?? 255 } }];
  if (options.pattern) rules.push({ name: 'pattern', args: { regex: options.pattern } });
  return field(options, {
    type: 'string',
    name,
    interface: 'input',
    ...column(options),
    ...validation('string', rules, options.required),
    uiSchema: { type: 'string', ...schema(label, 'Input', options) },
  });
}

/** Several lines. @param max characters */
export function longText(name: string, label: string, options: ColumnOptions & { max?: number } = {}): FieldOptions {
  return field(options, {
    type: 'text',
    name,
    interface: 'textarea',
    ...column(options),
    ...validation('string', [{ name: 'max', args: { limit: options.max ?? 2000 } }], options.required),
    uiSchema: { type: 'string', ...schema(label, 'Input.TextArea', options) },
  });
}

export function wholeNumber(
  name: string,
  label: string,
  options: ColumnOptions & { min?: number; max?: number } = {},
): FieldOptions {
  const rules: Rule[] = [
    { name: 'integer' },
    { name: 'min', args: { limit: options.min ?? 0 } },
    { name: 'max', args: { limit: options.max ?? 2_000_000_000 } },
  ];
  return field(options, {
    type: 'integer',
    name,
    interface: 'integer',
    ...column(options),
    ...validation('number', rules, options.required),
    uiSchema: {
      type: 'number',
      ...schema(label, 'InputNumber', options, { 'x-component-props': { stringMode: true, step: '1' } }),
    },
  });
}

/** The name of a person, kept as people see it. */
export function personName(name: string, label: string, options: ColumnOptions = {}): FieldOptions {
  return text(name, label, { max: 50, plain: 'name', ...options });
}

/** The phone of a person, checked and kept the way it is dialled. */
export function phone(name: string, label: string, options: ColumnOptions = {}): FieldOptions {
  return text(name, label, { max: 30, personal: 'phone', plain: 'phone', ...options });
}

/** The year that a record counts in, its first one unless a rule says so. */
export function yearOfRecord(options: ColumnOptions = {}): FieldOptions {
  return marked(calendarYear('year', '年度', { index: true, readOnly: true, ...options }), { thisYear: true });
}

/** A year of the calendar: a whole number without a comma after its thousands. */
export function calendarYear(
  name: string,
  label: string,
  options: ColumnOptions & { min?: number } = {},
): FieldOptions {
  const year = wholeNumber(name, label, { min: 2000, max: 2200, ...options });
  const props = { stringMode: true, step: '1', separator: '0.00' };
  return { ...year, uiSchema: { ...(year.uiSchema as object), 'x-component-props': props } };
}

/** A calendar day without a time. */
export function day(name: string, label: string, options: ColumnOptions = {}): FieldOptions {
  return field(options, {
    type: 'dateOnly',
    name,
    interface: 'date',
    ...column(options),
    ...validation('string', [], options.required),
    uiSchema: {
      type: 'string',
      ...schema(label, 'DatePicker', options, { 'x-component-props': { dateOnly: true, showTime: false } }),
    },
  });
}

/** A moment, stored with its time zone, told to the minute. */
export function moment(name: string, label: string, options: ColumnOptions = {}): FieldOptions {
  return field(options, {
    type: 'date',
    name,
    interface: 'datetime',
    ...column(options),
    uiSchema: {
      type: 'string',
      ...schema(label, 'DatePicker', options, { 'x-component-props': { showTime: true, timeFormat: 'HH:mm' } }),
    },
  });
}

export function flag(name: string, label: string, options: ColumnOptions = {}): FieldOptions {
  return field(options, {
    type: 'boolean',
    name,
    interface: 'checkbox',
    ...column({ defaultValue: false, ...options }),
    uiSchema: { type: 'boolean', ...schema(label, 'Checkbox', options) },
  });
}

export function select(
  name: string,
  label: string,
  choices: readonly Choice[],
  options: ColumnOptions & { as?: 'select' | 'radioGroup' } = {},
): FieldOptions {
  return field(options, {
    type: 'string',
    name,
    interface: options.as ?? 'select',
    ...column(options),
    ...validation('string', [{ name: 'max', args: { limit: 100 } }], options.required),
    uiSchema: {
      type: 'string',
      ...schema(label, options.as === 'radioGroup' ? 'Radio.Group' : 'Select', options),
      enum: choices.map((choice) => ({ ...choice })),
    },
  });
}

export function multipleSelect(
  name: string,
  label: string,
  choices: readonly Choice[],
  options: ColumnOptions = {},
): FieldOptions {
  return field(options, {
    type: 'array',
    name,
    interface: 'multipleSelect',
    ...column({ defaultValue: [], ...options }),
    uiSchema: {
      type: 'array',
      ...schema(label, 'Select', options, { 'x-component-props': { mode: 'multiple' } }),
      enum: choices.map((choice) => ({ ...choice })),
    },
  });
}
