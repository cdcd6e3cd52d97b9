import {
  momentText,
  ReasonList,
  requestFailure,
  type RequestReason,
  type Translate,
} from '@hongxin/plugin-foundation/client-v2';
import { useRequest } from 'ahooks';
import { Alert, Button, Descriptions, Input, Space, Tag, Timeline, Typography } from 'antd';
import React, { useEffect, useState } from 'react';
import { RateNeed } from './RateNeed';
import type { FollowAnswer } from '../../shared/public-needs';
import type { PublicRequests } from './requests';
import { WithdrawNeed } from './WithdrawNeed';

export interface FollowNeedProps {
  requests: PublicRequests;
  t: Translate;
  /** The code of a need that has just been raised. */
  code: string;
}

/** Where a need stands, by its code; rating it once it is done, withdrawing it as long as nobody has taken it on. */
export function FollowNeed({ requests, t, code }: FollowNeedProps) {
  const [typed, setTyped] = useState(code);
  const [need, setNeed] = useState<FollowAnswer | null>(null);
  const [refused, setRefused] = useState<readonly RequestReason[]>([]);
  const { run: perform, loading } = useRequest(
    async (work: () => Promise<FollowAnswer>) => {
      setRefused([]);
      setNeed(await work());
    },
    { manual: true, onError: (failure) => setRefused(requestFailure(failure).reasons) },
  );
  const search = (): void => perform(() => requests.follow(typed));
  useEffect(() => {
    if (code) perform(() => requests.follow(code));
  }, [code, perform, requests]);
  return (
    <>
      <Typography.Paragraph>{t('请输入提交需求时得到的查询码。')}</Typography.Paragraph>
      <Space.Compact block style={{ marginBottom: 16 }}>
        <Input
          size="large"
          aria-label={t('查询码')}
          value={typed}
          placeholder="XXXX-XXXX-XXXX-XXXX"
          maxLength={30}
          autoCapitalize="characters"
          autoComplete="off"
          onChange={({ target }) => setTyped(target.value)}
          onPressEnter={search}
        />
        <Button size="large" type="primary" loading={loading} disabled={typed.trim() === ''} onClick={search}>
          {t('查询')}
        </Button>
      </Space.Compact>
      <ReasonList title={t('没有办成')} reasons={refused} />
      {need && <Progress need={need} t={t} />}
      {need?.mayRate && (
        <RateNeed
          t={t}
          isBusy={loading}
          onRate={(rating, comment) => perform(() => requests.rate(typed, rating, comment))}
        />
      )}
      {need?.mayWithdraw && (
        <WithdrawNeed t={t} isBusy={loading} onWithdraw={(why) => perform(() => requests.withdraw(typed, why))} />
      )}
    </>
  );
}

function Progress({ need, t }: { need: FollowAnswer; t: Translate }) {
  return (
    <>
      <Descriptions
        column={1}
        size="small"
        style={{ marginBottom: 16 }}
        items={[
          { key: 'title', label: t('需求'), children: need.title },
          { key: 'number', label: t('编号'), children: need.number },
          { key: 'state', label: t('状态'), children: <Tag color="red">{need.stateLabel}</Tag> },
        ]}
      />
      <Timeline
        items={need.steps.map(({ label, at }) => ({
          children: (
            <>
              {label} <Typography.Text type="secondary">{momentText(at)}</Typography.Text>
            </>
          ),
        }))}
      />
      {need.result && (
        <Alert type="success" message={t('办理结果')} description={need.result} style={{ marginBottom: 16 }} />
      )}
    </>
  );
}
