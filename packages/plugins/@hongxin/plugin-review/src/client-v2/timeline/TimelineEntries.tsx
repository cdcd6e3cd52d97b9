import { momentText, type Translate } from '@hongxin/plugin-foundation/client-v2';
import { Empty, Tag, Timeline, Typography } from 'antd';
import React from 'react';
import { type CurrentStep, type TimelineEntry } from '../../shared/contract';
import { workingTimeText } from '../view/working-time';
import { Changes } from './Changes';

const COLORS: Readonly<Record<string, string>> = {
  approved: 'green',
  returned: 'orange',
  rejected: 'red',
  pending: 'blue',
  waiting: 'gray',
};

export interface TimelineEntriesProps {
  entries: readonly TimelineEntry[];
  current: readonly CurrentStep[];
  next: readonly string[];
  t: Translate;
}

/** What comes next, with whom it is now, and what has happened; the latest first. */
export function TimelineEntries({ entries, current, next, t }: TimelineEntriesProps) {
  const changed = entries.find(({ kind, changes }) => kind === 'waiting' && changes !== undefined)?.changes ?? [];
  const past = entries.filter(({ kind }) => kind !== 'waiting').reverse();
  if (past.length === 0 && current.length === 0 && next.length === 0)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('还没有办理记录')} />;
  return (
    <Timeline
      items={[
        ...(next.length > 0
          ? [{ key: 'next', color: 'gray', children: <Next steps={next} isAfter={current.length > 0} t={t} /> }]
          : []),
        ...current.map((step, index) => ({
          key: `current-${index}`,
          color: step.overdue ? 'red' : 'blue',
          children: (
            <>
              <Current step={step} t={t} />
              {index === 0 && <Changes changes={changed} t={t} />}
            </>
          ),
        })),
        ...past.map((entry, index) => ({
          key: `past-${index}`,
          color: COLORS[entry.state ?? ''] ?? 'gray',
          children: <Past entry={entry} t={t} />,
        })),
      ]}
    />
  );
}

function Next({ steps, isAfter, t }: { steps: readonly string[]; isAfter: boolean; t: Translate }) {
  const text = steps.join('、');
  return (
    <Typography.Text type="secondary">
      {isAfter ? t('之后：{{steps}}', { steps: text }) : t('下一步：{{steps}}', { steps: text })}
    </Typography.Text>
  );
}

function Current({ step, t }: { step: CurrentStep; t: Translate }) {
  return (
    <div>
      <Typography.Text strong>{step.stepTitle}</Typography.Text> {step.with.join('、')}{' '}
      {step.overdue ? <Tag color="error">{t('已超期')}</Tag> : <Tag color="processing">{t('办理中')}</Tag>}
      <div>
        <Typography.Text type="secondary">
          {step.dueAt === null
            ? t('{{at}} 收到', { at: momentText(step.since) })
            : t('{{first}}，{{second}}', {
                first: t('{{at}} 收到', { at: momentText(step.since) }),
                second: t('{{at}} 到期', { at: momentText(step.dueAt) }),
              })}
        </Typography.Text>
      </div>
    </div>
  );
}

function Past({ entry, t }: { entry: TimelineEntry; t: Translate }) {
  const { title, who, onBehalfOf, opinion, at, waitingMinutes, stateLabel, changes } = entry;
  const actor = who ?? t('系统');
  return (
    <div>
      <div>
        <Typography.Text strong>{title}</Typography.Text>{' '}
        {onBehalfOf === null ? actor : t('{{actor}}（代{{other}}）', { actor, other: onBehalfOf })}{' '}
        {stateLabel !== null && <Tag>{stateLabel}</Tag>}
      </div>
      <Typography.Text type="secondary">
        <time dateTime={at}>
          {waitingMinutes === null
            ? momentText(at)
            : t('{{first}}，{{second}}', {
                first: momentText(at),
                second: t('用时 {{time}}（工作时间）', { time: workingTimeText(waitingMinutes, t) }),
              })}
        </time>
      </Typography.Text>
      {opinion !== null && opinion !== '' && (
        <div style={{ whiteSpace: 'pre-wrap' }}>{t('意见：{{opinion}}', { opinion })}</div>
      )}
      {changes !== undefined && <Changes changes={changes} t={t} />}
    </div>
  );
}
