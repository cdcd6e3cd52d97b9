import { ReasonList, requestFailure, type Translate } from '@hongxin/plugin-foundation/client-v2';
import { useRequest } from 'ahooks';
import { Empty, Flex, Progress, Skeleton, Tabs, Tag, Typography } from 'antd';
import React from 'react';
import type { MatchesAnswer, ProposalAnswer } from '../../server/matching/action';
import { ask, type Tools } from './tools';

/** 匹配建议: what may help with a need, and why. Nothing is decided here. */
export function NeedMatches({ tools, needId }: { tools: Tools; needId: string | number }) {
  const { t } = tools;
  const { data, error } = useRequest(() => ask<MatchesAnswer>(tools, `hxNeeds:matches/${needId}`), {
    refreshDeps: [needId],
  });
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
    children: <Proposals rows={rows} t={t} />,
  }));
  const first = kinds.find(({ rows }) => rows.length > 0)?.key ?? 'resources';
  return (
    <section aria-label={t('匹配建议')}>
      <Typography.Paragraph type="secondary">
        {t('按服务类别、特长、区域和时间匹配，供选择时参考；是否联系、由谁承接由您决定。')}
      </Typography.Paragraph>
      <Tabs items={items} defaultActiveKey={first} />
    </section>
  );
}

function Proposals({ rows, t }: { rows: readonly ProposalAnswer[]; t: Translate }) {
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
          </Flex>
        </li>
      ))}
    </ul>
  );
}
