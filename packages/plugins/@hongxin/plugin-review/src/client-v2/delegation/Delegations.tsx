import {
  ReasonList,
  requestErrorMessages,
  requestFailure,
  type Translate,
  requestsOf,
} from '@hongxin/plugin-foundation/client-v2';
import { type FlowContext } from '@nocobase/flow-engine';
import { useRequest } from 'ahooks';
import { Button, Empty, Flex, Popconfirm, Tag, Typography } from 'antd';
import dayjs from 'dayjs';
import React from 'react';
import { type DelegationRow, type FilterChoices } from '../../shared/contract';
import { declareDelegation, fetchDelegations, fetchDeputies, revokeDelegation } from '../requests/delegations';
import { fetchChoices } from '../requests/filters';
import { DelegationForm } from './DelegationForm';

interface DelegationsProps {
  context: FlowContext;
  t: Translate;
  touch: boolean;
}

/** One's own deputies, running and past, and the form that names another one. */
export function Delegations({ context, t, touch }: DelegationsProps) {
  const requests = React.useMemo(() => requestsOf(context.api), [context.api]);
  const userId = Number(context.user?.id);
  const [adding, setAdding] = React.useState(false);
  const [problems, setProblems] = React.useState<string[]>([]);
  const {
    data = [],
    error,
    loading,
    refreshAsync,
  } = useRequest(() => fetchDelegations(requests), {
    onError: () => undefined, // shown below
  });
  const { data: choices } = useRequest(() => fetchChoices(requests, 'mine'), { onError: () => undefined });
  const end = async (id: string): Promise<void> => {
    try {
      setProblems([]);
      await revokeDelegation(requests, id);
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
          <Line
            key={each.id}
            delegation={each}
            isOwn={each.user.id === userId}
            processes={choices?.processes ?? []}
            t={t}
            onEnd={() => end(each.id)}
          />
        ))}
      </Flex>
      {adding ? (
        <DelegationForm
          t={t}
          touch={touch}
          processes={choices?.processes ?? []}
          search={(keyword) => fetchDeputies(requests, keyword)}
          save={async (delegation) => {
            await declareDelegation(requests, delegation);
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
  delegation: DelegationRow;
  /** Given by the reader, not to them. */
  isOwn: boolean;
  processes: FilterChoices['processes'];
  t: Translate;
  onEnd(): Promise<void>;
}

type Standing = 'revoked' | 'over' | 'coming' | 'running';
const STANDINGS: Readonly<Record<Standing, { title: string; color: string }>> = {
  revoked: { title: '已撤销', color: 'default' },
  over: { title: '已结束', color: 'default' },
  coming: { title: '未开始', color: 'blue' },
  running: { title: '生效中', color: 'green' },
};

function standingOf({ state, startsOn, endsOn }: DelegationRow): Standing {
  const today = dayjs().format('YYYY-MM-DD');
  if (state === 'revoked') return 'revoked';
  if (endsOn !== null && endsOn < today) return 'over';
  return startsOn > today ? 'coming' : 'running';
}

function Line({ delegation, isOwn, processes, t, onEnd }: LineProps) {
  const { user, deputy, startsOn, endsOn, reason } = delegation;
  const standing = standingOf(delegation);
  const names = delegation.processes.map((key) => processes.find(({ value }) => value === key)?.label ?? key);
  const period =
    endsOn === null ? t('{{from}} 起', { from: startsOn }) : t('{{from}} 至 {{to}}', { from: startsOn, to: endsOn });
  return (
    <Flex
      justify="space-between"
      align="flex-start"
      gap={8}
      style={{ borderBottom: '1px solid #f0f0f0', paddingBottom: 8 }}
    >
      <div>
        <Typography.Text strong>
          {isOwn
            ? t('由{{deputy}}代我办理', { deputy: deputy.nickname })
            : t('我代{{person}}办理', { person: user.nickname })}
        </Typography.Text>{' '}
        <Tag color={STANDINGS[standing].color}>{t(STANDINGS[standing].title)}</Tag>
        <div>
          <Typography.Text type="secondary">
            {period}，{names.length === 0 ? t('全部流程') : names.join('、')}
          </Typography.Text>
        </div>
        {reason && <div>{reason}</div>}
      </div>
      {isOwn && (standing === 'coming' || standing === 'running') && (
        <Popconfirm title={t('撤销这项委托？')} okText={t('撤销')} cancelText={t('取消')} onConfirm={onEnd}>
          <Button size="small">{t('撤销')}</Button>
        </Popconfirm>
      )}
    </Flex>
  );
}
