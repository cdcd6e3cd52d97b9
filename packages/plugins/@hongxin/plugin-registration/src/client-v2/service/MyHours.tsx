import { ReasonList, requestFailure, useTools } from '@hongxin/plugin-foundation/client-v2';
import { durationText } from '@hongxin/rules/mechanism';
import { useRequest } from 'ahooks';
import { Card, Flex, Progress, Skeleton, Statistic, Tag, theme, Typography } from 'antd';
import React from 'react';
import type { MyHoursAnswer } from '../../shared/service';
import { TakenBack } from './TakenBack';
import { hoursText } from './times';

/** 我的时长: what counts this year, what waits, by class. No comparison with anybody. */
export function MyHours() {
  const tools = useTools();
  const { t, language } = tools;
  // to the minute: what is rounded by itself does not add up
  const duration = (minutes: number): string => durationText(minutes, language);
  const { token } = theme.useToken();
  const { data, error } = useRequest(() => tools.request<MyHoursAnswer>('hxService:myHours'));
  if (error) return <ReasonList title={t('没有读到服务时长')} reasons={requestFailure(error).reasons} />;
  if (!data) return <Skeleton active paragraph={{ rows: 2 }} />;
  return (
    <Card size="small" title={t('{{year}}年服务时长', { year: data.year })}>
      <Flex justify="space-around" gap={8}>
        <Statistic title={t('已认定')} value={duration(Math.max(0, data.verified))} />
        <Statistic title={t('次数')} value={data.times} suffix={t('次')} />
        <Statistic title={t('待认定')} value={duration(data.pending)} />
      </Flex>
      {data.target.minutes > 0 && (
        <Flex gap={12} align="center" style={{ marginTop: 12 }}>
          <Progress
            strokeColor={token.colorPrimary}
            percent={Math.min(100, Math.max(0, Math.floor((data.verified * 100) / data.target.minutes)))}
            style={{ flex: 1 }}
          />
          <Typography.Text type="secondary">
            {t('目标 {{hours}} 小时、{{times}} 次', {
              hours: hoursText(data.target.minutes),
              times: data.target.times,
            })}
          </Typography.Text>
        </Flex>
      )}
      {data.classes.length > 0 && (
        <Typography.Paragraph style={{ margin: '12px 0 0' }}>
          {data.classes.map(({ title, minutes }) => (
            <Tag key={title ?? ''} style={{ marginBottom: 4 }}>
              {t('{{title}} {{duration}}', { title: title ?? t('其他'), duration: duration(minutes) })}
            </Tag>
          ))}
        </Typography.Paragraph>
      )}
      <TakenBack hours={data} language={language} t={t} />
    </Card>
  );
}
