import type { Translate } from '@hongxin/plugin-foundation/client-v2';
import { Alert, Form, Input, InputNumber, Switch } from 'antd';
import React from 'react';
import type { OwnField } from '../requests/register';
import { Chips } from './Chips';
import type { Asked } from './steps';

interface InputProps {
  field: OwnField;
  value: unknown;
  t: Translate;
  onChange(value: unknown): void;
}

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** What was filled in, as the last screen shows it. */
export function ownText({ kind, choices }: OwnField, value: unknown, t: Translate): string {
  if (value === null || value === undefined) return '';
  if (kind === 'switch') return t(value === true ? '是' : '否');
  const label = (code: string) => choices.find((each) => each.value === code)?.label ?? code;
  if (kind === 'choices') return listOf(value).map(label).join('、');
  return kind === 'choice' ? label(String(value)) : String(value);
}

function OwnInput({ field: { name, title, kind, choices }, value, onChange }: InputProps) {
  const id = `hx-own-${name}`;
  const text = typeof value === 'string' ? value : '';
  // what is cleared is empty, not a blank text
  const write = (typed: string): void => onChange(typed === '' ? null : typed);
  switch (kind) {
    case 'longText':
      return (
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 3 }}
          value={text}
          onChange={(event) => write(event.target.value)}
        />
      );
    case 'number':
      return (
        <InputNumber
          id={id}
          size="large"
          style={{ width: '100%' }}
          value={value === null || value === undefined ? null : Number(value)}
          onChange={onChange}
        />
      );
    case 'choice':
      return (
        <Chips
          label={title}
          choices={choices}
          value={value === null || value === undefined ? [] : [String(value)]}
          onChange={(chosen) => onChange(chosen.at(-1) ?? null)}
        />
      );
    case 'choices':
      return <Chips label={title} choices={choices} value={listOf(value)} onChange={onChange} />;
    case 'switch':
      return <Switch id={id} checked={value === true} onChange={onChange} />;
    case 'date':
      // the phone's own calendar
      return (
        <Input
          id={id}
          size="large"
          type="date"
          value={text.slice(0, 10)}
          onChange={(event) => write(event.target.value)}
        />
      );
    default:
      return <Input id={id} size="large" value={text} onChange={(event) => write(event.target.value)} />;
  }
}

export interface OwnFieldsProps {
  fields: readonly OwnField[];
  values: Readonly<Record<string, unknown>>;
  missing: readonly Asked[];
  t: Translate;
  onChange(change: Record<string, unknown>): void;
}

/** The fields an administrator has put on the member's form, one below the other. */
export function OwnFields({ fields, values, missing, t, onChange }: OwnFieldsProps) {
  const onFormOnly = fields.filter(({ kind }) => kind === null);
  return (
    <>
      {fields
        .filter(({ kind }) => kind !== null)
        .map((field) => {
          const isMissing = missing.includes(`own.${field.name}`);
          return (
            <Form.Item
              key={field.name}
              label={field.title}
              htmlFor={`hx-own-${field.name}`}
              layout="vertical"
              required={field.required}
              extra={field.description}
              validateStatus={isMissing ? 'error' : undefined}
              help={isMissing ? t('请填写{{field}}', { field: field.title }) : undefined}
            >
              <OwnInput
                field={field}
                value={values[field.name]}
                t={t}
                onChange={(value) => onChange({ [field.name]: value })}
              />
            </Form.Item>
          );
        })}
      {onFormOnly.length > 0 && (
        <Alert
          type="info"
          showIcon
          message={t('“{{fields}}”请在“我的报到”中点“修改”填写，填好后再提交。', {
            fields: onFormOnly.map(({ title }) => title).join('、'),
          })}
        />
      )}
    </>
  );
}
