import { ReasonList, requestErrorMessages, requestFailure, type Translate } from '@hongxin/plugin-foundation/client-v2';
import { type FlowContext } from '@nocobase/flow-engine';
import { useRequest } from 'ahooks';
import { Button, Empty, Flex, Popconfirm, Tag, Typography } from 'antd';
import dayjs from 'dayjs';
import React from 'react';
import {
  createDelegation,
  endDelegation,
  fetchDelegations,
  fetchDeputies,
  type Delegation,
} from '../requests/delegations';
import { fetchChoices, type Choice } from '../requests/filters';
import { DelegationForm } from './DelegationForm';

interface DelegationsProps {
  context: FlowContext;
  t: Translate;
  touch: boolean;
}

/** One's own deputies, running and past, and the form that names another one. */
export function Delegations({ context, t, touch }: DelegationsProps) {
  const { api } = context;
  const userId = Number(context.user?.id);
  const [adding, setAdding] = React.useState(false);
  const [problems, setProblems] = React.useState<string[]>([]);
  const {
    data = [],
    error,
    loading,
    refreshAsync,
  } = useRequest(() => fetchDelegations(api, userId), {
    onError: () => undefined, // shown below
  });
  const { data: choices } = useRequest(() => fetchChoices(api, 'mine'), { onError: () => undefined });
  const end = async (id: string): Promise<void> => {
    try {
      setProblems([]);
      await endDelegation(api, id);
      await refreshAsync();
    } catch (failure) {
      setProblems(requestErrorMessages(failure));
    }
  };
  return (
    <div>
      <Typography.Paragraph type="secondary">
        {t('外出或请假时，请人在一段时间内代您办理。代办的意见会写明“代您”，您仍可自己办理。')}
      </Typography.Paragraph>
      {error !== undefined && <ReasonList title={t('没有读到委托')} reasons={requestFailure(error).reasons} />}
      <ReasonList title={t('没有撤销成功')} reasons={problems.map((message) => ({ code: 'DELEGATION', message }))} />
      {data.length === 0 && !loading && !adding && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('没有委托')} />
      )}
      <Flex vertical gap={8} style={{ marginBottom: 16 }}>
        {data.map((each) => (
          <Line key={each.id} delegation={each} processes={choices?.processes ?? []} t={t} onEnd={() => end(each.id)} />
        ))}
      </Flex>
      {adding ? (
        <DelegationForm
          t={t}
          touch={touch}
          processes={choices?.processes ?? []}
          search={(keyword) => fetchDeputies(api, keyword)}
          save={async (delegation) => {
            await createDelegation(api, delegation);
            await refreshAsync();
            setAdding(false);
          }}
          onCancel={() => setAdding(false)}
        />
      ) : (
        <Button type="primary" block={touch} onClick={() => setAdding(true)}>
          {t('新增委托')}
        </Button>
      )}
    </div>
  );
}

interface LineProps {
  delegation: Delegation;
  processes: readonly Choice[];
  t: Translate;
  onEnd(): Promise<void>;
}

function Line({
  delegation: { deputy, deputyId, startsOn, endsOn, processes: chosen, reason },
  processes,
  t,
  onEnd,
}: LineProps) {
  const today = dayjs().format('YYYY-MM-DD');
  const isOver = endsOn < today;
  const state = isOver ? t('已结束') : startsOn > today ? t('未开始') : t('生效中');
  const names = (chosen ?? []).map((key) => processes.find(({ value }) => value === key)?.label ?? key);
  return (
    <Flex
      justify="space-between"
      align="flex-start"
      gap={8}
      style={{ borderBottom: '1px solid #f0f0f0', paddingBottom: 8 }}
    >
      <div>
        <Typography.Text strong>{deputy?.nickname ?? String(deputyId)}</Typography.Text>{' '}
        <Tag color={isOver ? 'default' : startsOn > today ? 'blue' : 'green'}>{state}</Tag>
        <div>
          <Typography.Text type="secondary">
            {t('{{from}} 至 {{to}}', { from: startsOn, to: endsOn })}，
            {names.length === 0 ? t('全部流程') : names.join('、')}
          </Typography.Text>
        </div>
        {reason && <div>{reason}</div>}
      </div>
      {!isOver && (
        <Popconfirm title={t('撤销这项委托？')} okText={t('撤销')} cancelText={t('取消')} onConfirm={onEnd}>
          <Button size="small">{t('撤销')}</Button>
        </Popconfirm>
      )}
    </Flex>
  );
}
