import { Empty, Skeleton, Timeline, Typography } from 'antd';
import React from 'react';
import { type Translate } from '../tools/texts';
import { useTools } from '../tools/tools';
import { useRecordData } from '../record/use-record-data';
import { type ViewRecord } from '../record/view-record';
import { requestFailure } from '../requests/errors';
import { fetchHistory, type HistoryEntry } from '../requests/history';
import { momentText } from '../view/moment-text';
import { ReasonList } from './ReasonList';

/** Who did what to a record, when and why; the latest first. */
export function HistoryTimeline({ record }: { record: ViewRecord }) {
  const tools = useTools();
  const { t } = tools;
  const read = () => fetchHistory(tools, record.collection, record.key);
  const { data: entries, error, loading } = useRecordData(record, read);
  if (error !== undefined) return <ReasonList title={t('没有读到办理记录')} reasons={requestFailure(error).reasons} />;
  if (!entries) return loading ? <Skeleton active title={false} paragraph={{ rows: 3 }} /> : null;
  if (entries.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('还没有办理记录')} />;
  const latestFirst = [...entries].reverse();
  return <Timeline items={latestFirst.map((entry) => ({ key: entry.id, children: <Line entry={entry} t={t} /> }))} />;
}

function Line({ entry, t }: { entry: HistoryEntry; t: Translate }) {
  const { label, actorName, onBehalfOfName, fromLabel, toLabel, opinion, at } = entry;
  const actor = actorName ?? t('系统');
  const who = onBehalfOfName ? t('{{actor}}（代{{other}}）', { actor, other: onBehalfOfName }) : actor;
  return (
    <div>
      <div>
        <Typography.Text strong>{label}</Typography.Text> <Typography.Text>{who}</Typography.Text>{' '}
        <Typography.Text type="secondary">
          <time dateTime={at}>{momentText(at)}</time>
        </Typography.Text>
      </div>
      {toLabel && (
        <Typography.Text type="secondary">{fromLabel ? `${fromLabel} → ${toLabel}` : toLabel}</Typography.Text>
      )}
      {opinion && <div style={{ whiteSpace: 'pre-wrap' }}>{t('意见：{{opinion}}', { opinion })}</div>}
    </div>
  );
}
