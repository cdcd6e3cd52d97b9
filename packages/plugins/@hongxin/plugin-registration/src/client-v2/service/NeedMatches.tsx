import { ReasonList, requestFailure, type RequestReason, useTools } from '@hongxin/plugin-foundation/client-v2';
import { useRequest } from 'ahooks';
import { Empty, Flex, Progress, Skeleton, Tabs, Tag, Typography } from 'antd';
import React, { useState } from 'react';
import type { InvitationAnswer } from '../../shared/matching';
import type { MatchesAnswer, ProposalAnswer } from '../../shared/matching';
import { Invite } from './Invite';

/** What the server calls those behind a tab. */
const INVITED: Readonly<Record<string, string>> = { resources: 'resource', members: 'member' };

/** 匹配建议: what may help with a need, and why; those in charge may invite whom they choose. */
export function NeedMatches({ needId }: { needId: string | number }) {
  const tools = useTools();
  const { t } = tools;
  const [refused, setRefused] = useState<readonly RequestReason[]>([]);
  const { data, error, refresh } = useRequest(() => tools.request<MatchesAnswer>(`hxNeeds:matches/${needId}`), {
    refreshDeps: [needId],
  });
  const invite = useRequest(
    async (tab: string, { id }: ProposalAnswer) => {
      setRefused([]);
      const order = { kind: INVITED[tab], candidateId: id };
      const { isRepeated, isTold } = await tools.request<InvitationAnswer>(`hxNeeds:invite/${needId}`, { data: order });
      if (isRepeated) tools.done(t('此前已邀请过，没有重复发送。'));
      else if (isTold) tools.done(t('已发出邀请'));
      else tools.warn(t('邀请已登记，但通知没有送达，请用其他方式联系。'));
    },
    { manual: true, onError: (failure) => setRefused(requestFailure(failure).reasons), onFinally: refresh },
  );
  if (error) return <ReasonList title={t('没有读到匹配建议')} reasons={requestFailure(error).reasons} />;
  if (!data) return <Skeleton active />;
  const kinds = [
    { key: 'resources', label: t('资源'), rows: data.resources },
    { key: 'posts', label: t('服务岗位'), rows: data.posts },
    { key: 'members', label: t('在职党员'), rows: data.members },
  ];
  const items = kinds.map(({ key, label, rows }) => ({
    key,
    label: `${label} ${rows.length}`,
    children: <Proposals rows={rows} invite={(row) => invite.runAsync(key, row)} />,
  }));
  const first = kinds.find(({ rows }) => rows.length > 0)?.key ?? 'resources';
  return (
    <section aria-label={t('匹配建议')}>
      <Typography.Paragraph type="secondary">
        {t('按服务类别、特长、区域和时间匹配，供选择时参考；是否联系、由谁承接由您决定。')}
      </Typography.Paragraph>
      <ReasonList title={t('没有邀请成功')} reasons={refused} />
      <Tabs items={items} defaultActiveKey={first} />
    </section>
  );
}

interface ProposalsProps {
  rows: readonly ProposalAnswer[];
  invite(row: ProposalAnswer): Promise<unknown>;
}

function Proposals({ rows, invite }: ProposalsProps) {
  const tools = useTools();
  const { t } = tools;
  if (rows.length === 0) return <Empty description={t('没有合适的，可以放宽类别或特长后再看。')} />;
  return (
    <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {rows.map((row) => (
        <li key={row.id} style={{ padding: '12px 0', borderBottom: '1px solid rgba(0, 0, 0, 0.06)' }}>
          <Flex gap={16} align="flex-start">
            <Progress
              type="circle"
              size={44}
              percent={row.score}
              format={(percent) => percent}
              aria-label={t('匹配度 {{score}}', { score: row.score })}
            />
            <div style={{ flex: 1, minWidth: 0 }}>
              <Typography.Text strong>{row.title}</Typography.Text>
              {row.note && <Typography.Text type="secondary"> · {row.note}</Typography.Text>}
              <div style={{ marginTop: 6 }}>
                {row.reasons.map((reason) => (
                  <Tag key={reason} style={{ marginBottom: 4, whiteSpace: 'normal' }}>
                    {reason}
                  </Tag>
                ))}
              </div>
            </div>
            {row.invitation && <Invite row={row} t={t} onInvite={() => invite(row)} />}
          </Flex>
        </li>
      ))}
    </ul>
  );
}
