import type { Language, Translate } from '@hongxin/plugin-foundation/client-v2';
import { Checkbox, Descriptions, Form, Input, Typography } from 'antd';
import React from 'react';
import type { RegisterRequests, RegisterValues, Start } from '../requests/register';
import { Chips } from './Chips';
import { OverloadNote } from '../balance/OverloadNote';
import { HomePicker } from './HomePicker';
import { OwnFields, ownText } from './OwnFields';
import type { Asked, StepKey } from './steps';
import { UnitPicker } from './UnitPicker';

export interface ScreenProps {
  step: StepKey;
  start: Start;
  values: RegisterValues;
  agreed: boolean;
  missing: readonly Asked[];
  isConsentMissing: boolean;
  requests: RegisterRequests;
  language: Language;
  t: Translate;
  onChange(change: Partial<RegisterValues>): void;
  onAgree(agreed: boolean): void;
}

/** What one screen asks. */
export function Screen(props: ScreenProps) {
  const { step } = props;
  if (step === 'who') return <Who {...props} />;
  if (step === 'work') return <Work {...props} />;
  if (step === 'home') return <Home {...props} />;
  if (step === 'service') return <Service {...props} />;
  return step === 'own' ? <Own {...props} /> : <Consent {...props} />;
}

function TextField(
  props: ScreenProps & { name: 'personName' | 'phone' | 'position' | 'doorNumber'; label: string; type?: string },
) {
  const { name, label, type, values, missing, onChange, t } = props;
  const isMissing = missing.includes(name);
  return (
    <Form.Item
      label={label}
      htmlFor={`hx-${name}`}
      layout="vertical"
      required={name === 'personName' || name === 'phone'}
      validateStatus={isMissing ? 'error' : undefined}
      help={isMissing ? t('请填写{{field}}', { field: label }) : undefined}
    >
      <Input
        id={`hx-${name}`}
        size="large"
        type={type}
        value={values[name]}
        onChange={(event) => onChange({ [name]: event.target.value })}
      />
    </Form.Item>
  );
}

function Who(props: ScreenProps) {
  return (
    <>
      <TextField {...props} name="personName" label={props.t('姓名')} />
      <TextField {...props} name="phone" label={props.t('联系电话')} type="tel" />
    </>
  );
}

function Missing({ show, text }: { show: boolean; text: string }) {
  return show ? (
    <Typography.Text type="danger" role="alert">
      {text}
    </Typography.Text>
  ) : null;
}

function Work(props: ScreenProps) {
  const { requests, values, missing, t, onChange } = props;
  return (
    <>
      <UnitPicker requests={requests} value={values.unit} t={t} onChange={(unit) => onChange({ unit })} />
      <Missing show={missing.includes('unit')} text={t('请选择工作单位')} />
      <div style={{ marginTop: 16 }}>
        <TextField {...props} name="position" label={t('职务')} />
      </div>
    </>
  );
}

function Home(props: ScreenProps) {
  const { requests, values, missing, t, onChange } = props;
  return (
    <>
      <HomePicker requests={requests} value={values.home} t={t} onChange={(home) => onChange({ home })} />
      <Missing show={missing.includes('home')} text={t('请选择居住楼栋')} />
      <OverloadNote requests={requests} areaId={values.home?.id} what="members" t={t} />
      <div style={{ marginTop: 16 }}>
        <TextField {...props} name="doorNumber" label={t('门牌号')} />
      </div>
    </>
  );
}

const SERVICE_FIELDS = [
  ['serviceIntentions', '服务意向'],
  ['availableTimes', '可服务时间'],
  ['skills', '特长'],
] as const;

function Service({ start, values, t, onChange }: ScreenProps) {
  return (
    <>
      <Typography.Paragraph type="secondary">{t('选填，点一点就好，社区会按此推荐岗位。')}</Typography.Paragraph>
      {SERVICE_FIELDS.map(([field, label]) => (
        <div key={field} style={{ marginBottom: 20 }}>
          <Typography.Paragraph strong style={{ marginBottom: 8 }}>
            {t(label)}
          </Typography.Paragraph>
          <Chips
            label={t(label)}
            choices={start.choices[field]}
            value={values[field]}
            onChange={(value) => onChange({ [field]: value })}
          />
        </div>
      ))}
    </>
  );
}

function Own({ start, values, missing, t, onChange }: ScreenProps) {
  return (
    <OwnFields
      fields={start.fields}
      values={values.own}
      missing={missing}
      t={t}
      onChange={(change) => onChange({ own: { ...values.own, ...change } })}
    />
  );
}

function Consent({ start, values, agreed, isConsentMissing, language, t, onAgree }: ScreenProps) {
  const facts: [string, string][] = [
    [t('姓名'), values.personName],
    [t('联系电话'), values.phone],
    [t('工作单位'), values.unit?.name ?? '—'],
    [t('居住楼栋'), [values.home?.name, values.doorNumber].filter(Boolean).join(' ') || '—'],
    ...start.fields
      .filter(({ kind }) => kind !== null)
      .map((field): [string, string] => [field.title, ownText(field, values.own[field.name], t) || '—']),
  ];
  return (
    <>
      <Descriptions
        column={1}
        size="small"
        bordered
        items={facts.map(([label, children]) => ({ key: label, label, children }))}
      />
      <div
        tabIndex={0}
        role="region"
        aria-label={t('个人信息处理告知书')}
        style={{
          maxHeight: '28vh',
          overflowY: 'auto',
          whiteSpace: 'pre-line',
          margin: '16px 0',
          padding: 12,
          background: '#fafafa',
          borderRadius: 6,
          fontSize: 13,
        }}
      >
        {start.notice.text[language].replace(/\*\*/g, '')}
      </div>
      <Checkbox checked={agreed} onChange={(event) => onAgree(event.target.checked)}>
        {start.notice.consent[language]}
      </Checkbox>
      <div>
        <Missing show={isConsentMissing} text={t('请阅读并同意告知书')} />
      </div>
    </>
  );
}
