import {
  idempotencyKeys,
  ReasonList,
  requestFailure,
  type RequestReason,
  type Translate,
} from '@hongxin/plugin-foundation/client-v2';
import { suggestCommunities, type LoadLimits } from '@hongxin/rules/registration';
import { useRequest } from 'ahooks';
import { Button, Form, Input, List, Radio, Skeleton, Space, Typography } from 'antd';
import React, { useMemo, useState } from 'react';
import type { BalanceRequests, Community } from '../requests/balance';

export interface MoveUnitsProps {
  requests: BalanceRequests;
  community: Community;
  communities: readonly Community[];
  limits: LoadLimits;
  t: Translate;
  onMoved(): void;
}

const OFFERED = 5;

/** Units of one community; one is chosen, then where to, of what is proposed, with the reason that the trace keeps. */
export function MoveUnits({ requests, community, communities, limits, t, onMoved }: MoveUnitsProps) {
  const { data, error, refresh } = useRequest(() => requests.units(community), { refreshDeps: [community.code] });
  const [unitId, setUnitId] = useState<number>();
  const [target, setTarget] = useState<number>();
  const [opinion, setOpinion] = useState('');
  const [reasons, setReasons] = useState<readonly RequestReason[]>([]);
  const [moved, setMoved] = useState<string>();
  const keyOf = useMemo(() => idempotencyKeys(), []);
  const offered = suggestCommunities(community.code, communities, limits, OFFERED);
  if (error) return <ReasonList title={t('没有读到单位信息')} reasons={requestFailure(error).reasons} />;
  if (!data) return <Skeleton active />;
  const move = async (): Promise<void> => {
    if (unitId === undefined || target === undefined) return;
    setReasons([]);
    try {
      await requests.move(unitId, target, opinion, keyOf([unitId, target, opinion]));
      setMoved(data.find(({ id }) => id === unitId)?.unit?.name);
      setUnitId(undefined);
      refresh();
      onMoved();
    } catch (failure) {
      setReasons(requestFailure(failure).reasons);
    }
  };
  return (
    <Form layout="vertical" onFinish={move}>
      {moved && (
        <Typography.Paragraph type="success" role="status">
          {t('“{{name}}”已转出，等待转入社区接收。', { name: moved })}
        </Typography.Paragraph>
      )}
      {reasons.length > 0 && <ReasonList title={t('没有办理')} reasons={reasons} />}
      <Form.Item label={t('调出哪个单位')}>
        <Radio.Group
          value={unitId}
          onChange={(event) => setUnitId(event.target.value as number)}
          style={{ width: '100%' }}
        >
          <List
            size="small"
            bordered
            dataSource={data}
            renderItem={({ id, number, unit, serviceTeam }) => (
              <List.Item>
                <Radio value={id}>
                  {unit?.name ?? number}
                  {serviceTeam && <Typography.Text type="secondary"> {serviceTeam}</Typography.Text>}
                </Radio>
              </List.Item>
            )}
          />
        </Radio.Group>
      </Form.Item>
      <Form.Item label={t('调往哪个社区（同街道、需求多、有余量的优先）')}>
        <Radio.Group value={target} onChange={(event) => setTarget(event.target.value as number)}>
          <Space direction="vertical">
            {offered.map(({ id, name, street, units, needs }) => (
              <Radio key={id} value={id}>
                {street} {name}{' '}
                <Typography.Text type="secondary">
                  {t('单位{{units}}家，待办需求{{needs}}项', { units, needs })}
                </Typography.Text>
              </Radio>
            ))}
          </Space>
        </Radio.Group>
      </Form.Item>
      <Form.Item label={t('调剂理由')} htmlFor="hx-move-opinion">
        <Input.TextArea
          id="hx-move-opinion"
          rows={2}
          maxLength={200}
          value={opinion}
          onChange={(event) => setOpinion(event.target.value)}
        />
      </Form.Item>
      <Button
        type="primary"
        htmlType="submit"
        disabled={unitId === undefined || target === undefined || opinion.trim() === ''}
      >
        {t('调剂')}
      </Button>
    </Form>
  );
}
