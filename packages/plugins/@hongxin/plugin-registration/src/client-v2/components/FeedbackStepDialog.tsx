import { type Language, type Translate } from '@hongxin/plugin-foundation/client-v2';
import { Form, Input, InputNumber, Modal, Typography } from 'antd';
import React, { useState } from 'react';
import type { FeedbackStep, FeedbackWord, OpenStep } from '../requests/year-feedback';
import { PendingWarning } from './PendingWarning';

/** Steps that are taken for all feedbacks of a year at once, and what each asks for. */
export const FEEDBACK_STEPS: Readonly<
  Record<FeedbackStep, { button: string; ask: string; note: string; form?: 'comment' | 'opinion' }>
> = {
  comment: {
    button: '统一评议（{{count}}）',
    ask: '为{{year}}年的{{count}}份反馈写同样的评议？',
    note: '表现突出或有不同情况的，请先在下面的列表中逐份“办理”。',
    form: 'comment',
  },
  sign: {
    button: '全部签收（{{count}}）',
    ask: '签收{{year}}年的{{count}}份反馈？',
    note: '签收后本人仍可提出异议，期满由社区正式反馈。',
  },
  signFor: {
    button: '代无联络员单位签收（{{count}}）',
    ask: '代没有联络员的单位签收{{year}}年的{{count}}份反馈？',
    note: '只包括没有联络员账号的单位。请写明怎样征求了单位的意见，这段话会作为单位意见保存。',
    form: 'opinion',
  },
  issue: {
    button: '全部反馈（{{count}}）',
    ask: '正式反馈{{year}}年的{{count}}份？',
    note: '反馈后本年度的服务记录将锁定，不能再改。',
  },
};
/** Those that are signed and must wait. */
export const NOT_YET = '{{count}}份尚在异议期内，最早{{from}}起可以反馈';
const MOST_LETTERS = 500;

export interface FeedbackStepDialogProps {
  step: OpenStep;
  language: Language;
  year: number;
  t: Translate;
  onSay(said: FeedbackWord): void;
  onCancel(): void;
}

/** Asks before a step of many feedbacks, with what it needs to be told. */
export function FeedbackStepDialog({ step, language, year, t, onSay, onCancel }: FeedbackStepDialogProps) {
  const [form] = Form.useForm<Record<string, unknown>>();
  const { name, count, notYet, pending } = step;
  const { ask, note, form: asked } = FEEDBACK_STEPS[name];
  const [isConfirmed, setConfirmed] = useState(false);
  const required = (field: string) => [{ required: true, message: t('请填写{{field}}', { field }) }];
  const say = async (): Promise<void> => {
    const values = await form.validateFields().catch(() => undefined); // the form says itself what is missing
    if (values === undefined) return;
    if (asked === 'comment') onSay({ values });
    else if (asked === 'opinion') onSay({ opinion: String(values.opinion) });
    else onSay(isConfirmed ? { confirmPending: true } : {});
  };
  return (
    <Modal
      open
      title={t(ask, { count, year })}
      okText={t('确定')}
      cancelText={t('取消')}
      onOk={() => void say()}
      onCancel={onCancel}
    >
      <Typography.Paragraph type="secondary">{t(note)}</Typography.Paragraph>
      {notYet && <Typography.Paragraph type="secondary">{t(NOT_YET, notYet)}</Typography.Paragraph>}
      {pending && (
        <PendingWarning
          pending={pending}
          language={language}
          t={t}
          isConfirmed={isConfirmed}
          onConfirm={setConfirmed}
        />
      )}
      <Form form={form} layout="vertical" initialValues={{ bonusPoints: 0 }}>
        {asked === 'comment' && (
          <>
            <Form.Item name="communityPoints" label={t('社区评议得分')} rules={required(t('社区评议得分'))}>
              <InputNumber min={0} step={0.5} style={{ width: '100%' }} />
            </Form.Item>
            <Form.Item name="bonusPoints" label={t('加分')}>
              <InputNumber min={0} step={0.5} style={{ width: '100%' }} />
            </Form.Item>
            <Form.Item name="communityComment" label={t('社区评语')} rules={required(t('社区评语'))}>
              <Input.TextArea rows={3} maxLength={MOST_LETTERS} showCount />
            </Form.Item>
          </>
        )}
        {asked === 'opinion' && (
          <Form.Item name="opinion" label={t('怎样征求了单位意见')} rules={required(t('怎样征求了单位意见'))}>
            <Input.TextArea rows={3} maxLength={MOST_LETTERS} showCount />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
