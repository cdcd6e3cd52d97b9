import {
  labelText,
  loadProcess,
  ReasonList,
  requestFailure,
  useTools,
  type RequestReason,
} from '@hongxin/plugin-foundation/client-v2';
import { useRequest } from 'ahooks';
import { Button, Card, Select, Skeleton, Space, Tag, Typography } from 'antd';
import React, { useMemo, useState } from 'react';
import {
  feedbackRequests,
  type FeedbackStep,
  type FeedbackWord,
  type IssuedFeedback,
  type OpenStep,
  type StepOfAll,
} from '../requests/year-feedback';
import { YEAR_FEEDBACKS } from '../constants';
import { FeedbackSheet } from './FeedbackSheet';
import { FEEDBACK_STEPS, FeedbackStepDialog, NOT_YET } from './FeedbackStepDialog';
import { PrintButton } from './PrintButton';
import { ReceiptStyle } from './ReceiptStyle';

const YEARS_BACK = 5;

/** Where the feedbacks of a year stand, and what can be done with all of them at once. */
export function FeedbackYear() {
  const tools = useTools();
  const { t, language } = tools;
  const requests = useMemo(() => feedbackRequests(tools), [tools]);
  const [thisYear] = useState(() => new Date().getFullYear());
  const [year, setYear] = useState(thisYear - 1);
  const [busy, setBusy] = useState<'make' | FeedbackStep>();
  const [reasons, setReasons] = useState<readonly RequestReason[]>([]);
  const [done, setDone] = useState<string>();
  const [left, setLeft] = useState<StepOfAll['left']>();
  const [asked, setAsked] = useState<OpenStep>();
  const [sheets, setSheets] = useState<readonly IssuedFeedback[]>([]);
  const read = async () => ({
    summary: await requests.summary(year),
    process: await loadProcess(tools, YEAR_FEEDBACKS),
  });
  const { data, error, refresh } = useRequest(read, { refreshDeps: [year] });

  const forgetOutcome = (): void => {
    setReasons([]);
    setDone(undefined);
    setLeft(undefined);
  };
  const act = async (name: 'make' | FeedbackStep, work: () => Promise<string>): Promise<void> => {
    setBusy(name);
    forgetOutcome();
    try {
      setDone(await work());
      refresh();
      tools.changed(YEAR_FEEDBACKS);
    } catch (failure) {
      setReasons(requestFailure(failure).reasons);
    } finally {
      setBusy(undefined);
    }
  };
  const perform = async (name: FeedbackStep, said: FeedbackWord): Promise<void> => {
    setAsked(undefined);
    await act(name, async () => {
      const outcome = await requests.performAll(year, name, said);
      setLeft(outcome.left);
      return t('已办理{{count}}份', { count: outcome.performed });
    });
  };

  if (error) return <ReasonList title={t('没有读到年度反馈')} reasons={requestFailure(error).reasons} />;
  if (!data) return <Skeleton active paragraph={{ rows: 2 }} />;
  const { summary, process } = data;
  const options = Array.from({ length: YEARS_BACK }, (_each, index) => thisYear - index).map((value) => ({
    value,
    label: t('{{year}}年', { year: value }),
  }));
  const notYet = summary.may.steps.find((step) => step.notYet)?.notYet;
  const total = Object.values(summary.counts).reduce((sum, count) => sum + count, 0);
  return (
    <Card size="small" style={{ marginBottom: 12 }}>
      <Space direction="vertical" style={{ width: '100%' }}>
        <Space wrap>
          <Select
            aria-label={t('年度')}
            value={year}
            onChange={(value: number) => {
              setYear(value);
              forgetOutcome();
            }}
            options={options}
            style={{ width: 110 }}
          />
          {summary.may.make && (
            <Button
              loading={busy === 'make'}
              onClick={() => act('make', async () => t('新生成{{count}}份', { count: await requests.make(year) }))}
            >
              {t('生成年度反馈')}
            </Button>
          )}
          {summary.may.steps.map((step) => (
            <Button
              key={step.name}
              type="primary"
              disabled={step.count === 0}
              loading={busy === step.name}
              onClick={() => setAsked(step)}
            >
              {t(FEEDBACK_STEPS[step.name].button, { count: step.count })}
            </Button>
          ))}
          {(summary.counts.issued ?? 0) > 0 && (
            <>
              <ReceiptStyle />
              <PrintButton
                label={t('打印反馈单（{{count}}）', { count: summary.counts.issued })}
                t={t}
                prepare={async () => setSheets(await requests.sheets(year))}
              >
                {sheets.map((feedback) => (
                  <FeedbackSheet key={feedback.id} feedback={feedback} language={language} t={t} />
                ))}
              </PrintButton>
            </>
          )}
        </Space>
        <Space wrap size={[8, 4]}>
          {total === 0 && <Typography.Text type="secondary">{t('{{year}}年还没有年度反馈', { year })}</Typography.Text>}
          {total > 0 &&
            (process?.states ?? []).map(({ name, label, color }) => (
              <Tag key={name} color={color ?? undefined}>
                {labelText(label, language)} {summary.counts[name] ?? 0}
              </Tag>
            ))}
          {notYet && <Typography.Text type="secondary">{t(NOT_YET, notYet)}</Typography.Text>}
          {done && (
            <Typography.Text type="success" role="status">
              {done}
            </Typography.Text>
          )}
        </Space>
        {left && <ReasonList title={t('还有{{count}}份没有办理', { count: left.count })} reasons={left.reasons} />}
        {reasons.length > 0 && <ReasonList title={t('没有办理')} reasons={reasons} />}
        {asked && (
          <FeedbackStepDialog
            key={asked.name}
            step={asked}
            language={language}
            year={year}
            t={t}
            onSay={(said) => void perform(asked.name, said)}
            onCancel={() => setAsked(undefined)}
          />
        )}
      </Space>
    </Card>
  );
}
