import {
  idempotencyKeys,
  ReasonList,
  requestFailure,
  type Language,
  type RequestReason,
  type Translate,
} from '@hongxin/plugin-foundation/client-v2';
import { Button, Progress, Space, theme, Typography } from 'antd';
import React, { useMemo, useState } from 'react';
import type { RegisterRequests, RegisterValues, Start } from '../requests/register';
import { Screen } from './Screen';
import { missingIn, startingWith, stepOfField, stepsWith } from './steps';

export interface WizardProps {
  requests: RegisterRequests;
  start: Start;
  /** The draft that is gone on with. */
  draftId?: number;
  language: Language;
  t: Translate;
  onSubmitted(id: number): void;
}

/** Registering on a phone: one screen at a time, each kept as a draft on the server when it is left. */
export function Wizard({ requests, start, draftId, language, t, onSubmitted }: WizardProps) {
  const { token } = theme.useToken();
  const [values, setValues] = useState<RegisterValues>(() => startingWith(start.known));
  const [index, setIndex] = useState(0);
  const [id, setId] = useState(draftId);
  const [agreed, setAgreed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [reasons, setReasons] = useState<readonly RequestReason[]>([]);
  const keyOf = useMemo(() => idempotencyKeys(), []);
  const steps = stepsWith(start.fields);
  const step = steps[index];
  const isLast = index === steps.length - 1;
  const missing = missingIn(step, values);

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setReasons([]);
    try {
      await work();
    } catch (failure) {
      const found = requestFailure(failure).reasons;
      setReasons(found);
      const back = steps.findIndex(({ key }) => key === stepOfField(found[0]?.field, start.fields));
      if (back >= 0) setIndex(back);
    } finally {
      setBusy(false);
    }
  };
  const next = (): void => {
    setTried(true);
    if (missing.length > 0) return;
    void attempt(async () => {
      setId(await requests.keep(id, values));
      setTried(false);
      setIndex(index + 1);
    });
  };
  const submit = (): void => {
    setTried(true);
    if (!agreed) return;
    void attempt(async () => {
      const kept = await requests.keep(id, values, start.notice.version);
      setId(kept);
      await requests.submit(kept, keyOf([kept, values]));
      onSubmitted(kept);
    });
  };

  return (
    <Space direction="vertical" size="middle" style={{ width: '100%' }}>
      <div>
        <Typography.Text type="secondary">
          {t('第{{step}}步，共{{count}}步', { step: index + 1, count: steps.length })}
        </Typography.Text>
        <Progress
          percent={((index + 1) * 100) / steps.length}
          showInfo={false}
          strokeColor={token.colorPrimary}
          size="small"
          aria-label={t('报到进度')}
        />
        <Typography.Title level={4} style={{ margin: '4px 0 0' }}>
          {t(step.title)}
        </Typography.Title>
      </div>
      {reasons.length > 0 && <ReasonList title={t('请先改正')} reasons={reasons} />}
      <Screen
        step={step.key}
        start={start}
        values={values}
        agreed={agreed}
        missing={tried ? missing : []}
        isConsentMissing={tried && isLast && !agreed}
        requests={requests}
        language={language}
        t={t}
        onChange={(change) => setValues((before) => ({ ...before, ...change }))}
        onAgree={setAgreed}
      />
      <div style={{ display: 'flex', gap: 12 }}>
        {index > 0 && (
          <Button size="large" onClick={() => setIndex(index - 1)} disabled={busy}>
            {t('上一步')}
          </Button>
        )}
        <Button type="primary" size="large" style={{ flex: 1 }} loading={busy} onClick={isLast ? submit : next}>
          {isLast ? t('提交报到') : t('下一步')}
        </Button>
      </div>
      <Typography.Text type="secondary" style={{ fontSize: 12 }}>
        {t('每一步都会存为草稿，随时可以回来继续。')}
      </Typography.Text>
    </Space>
  );
}
