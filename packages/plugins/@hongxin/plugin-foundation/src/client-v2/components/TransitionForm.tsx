import { Button, Form, Input, Typography } from 'antd';
import React, { type ReactNode } from 'react';
import { labelText, type Language, type Translate } from '../tools/texts';
import { type RequestReason } from '../requests/errors';
import { type OpenTransition } from '../requests/transitions';

/** Longest opinion the server takes, in characters. */
const OPINION_MAX_LENGTH = 2000;
export const OPINION = 'hxOpinion';

export interface TransitionFormProps {
  transition: OpenTransition;
  language: Language;
  t: Translate;
  touch: boolean;
  busy: boolean;
  initialValues: Readonly<Record<string, unknown>>;
  /** What the server said of this attempt; shown beside the fields it names. */
  reasons: readonly RequestReason[];
  renderFields(transition: OpenTransition): ReactNode;
  onSubmit(values: Readonly<Record<string, unknown>>): void;
  onCancel(): void;
}

/** Opinion and fields of one transition. */
export function TransitionForm(props: TransitionFormProps) {
  const { transition, language, t, touch, busy, initialValues, reasons, renderFields, onSubmit, onCancel } = props;
  const [form] = Form.useForm();
  const ofField = (name: string): string[] =>
    reasons.filter(({ field }) => field === name).map(({ message }) => message);
  const errors = transition.fields
    .map((name) => ({ name, errors: ofField(name) }))
    .concat({ name: OPINION, errors: ofField('opinion') });
  const shown = JSON.stringify(errors);
  React.useEffect(() => {
    const fields = JSON.parse(shown) as typeof errors;
    form.setFields(fields.filter((each) => each.errors.length > 0));
  }, [form, shown]);
  const size = touch ? 'large' : 'middle';
  return (
    <Form
      form={form}
      layout="vertical"
      size={size}
      initialValues={initialValues}
      disabled={busy}
      onFinish={(values: Record<string, unknown>) => onSubmit(values)}
      scrollToFirstError
    >
      {renderFields(transition)}
      {transition.opinion !== 'none' && (
        <Form.Item
          name={OPINION}
          label={t('意见')}
          rules={[{ required: transition.opinion === 'required', whitespace: true, message: t('请填写意见') }]}
        >
          <Input.TextArea
            rows={touch ? 4 : 3}
            maxLength={OPINION_MAX_LENGTH}
            showCount
            placeholder={transition.opinion === 'required' ? t('请填写意见') : t('选填')}
          />
        </Form.Item>
      )}
      {transition.confirm !== null && (
        <Typography.Paragraph type="warning">{labelText(transition.confirm, language)}</Typography.Paragraph>
      )}
      <div
        style={{ display: 'flex', flexDirection: touch ? 'column-reverse' : 'row', justifyContent: 'flex-end', gap: 8 }}
      >
        <Button onClick={onCancel} size={size} block={touch} disabled={busy}>
          {t('取消')}
        </Button>
        <Button
          type="primary"
          danger={transition.appearance === 'danger'}
          htmlType="submit"
          size={size}
          block={touch}
          loading={busy}
          disabled={false}
        >
          {t('确认{{action}}', { action: labelText(transition.label, language) })}
        </Button>
      </div>
    </Form>
  );
}
