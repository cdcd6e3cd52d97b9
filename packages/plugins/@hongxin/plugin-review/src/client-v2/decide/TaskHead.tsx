import { momentText, type Translate } from '@hongxin/plugin-foundation/client-v2';
import { Flex, Tag, Typography } from 'antd';
import React from 'react';
import { type OpenTask } from '../../shared/contract';
import { DueTime } from '../view/DueTime';
import { TaskStateTag } from '../view/task-state';

/** What is asked, of whom, why and until when. */
export function TaskHead({ open: { task, collection }, t }: { open: OpenTask; t: Translate }) {
  const facts = [
    { key: 'applicant', label: t('申请人'), value: task.applicant?.nickname },
    { key: 'since', label: t('收到'), value: momentText(task.startedAt) },
    { key: 'area', label: t('区域'), value: task.areaName ?? undefined },
  ].filter(({ value }) => value !== undefined && value !== '');
  return (
    <div style={{ marginBottom: 16 }}>
      <Flex align="center" gap={8} wrap style={{ marginBottom: 6 }}>
        <Typography.Text strong style={{ fontSize: 16 }}>
          {task.recordTitle || task.title}
        </Typography.Text>
        {task.number !== null && <Tag style={{ marginInlineEnd: 0 }}>{task.number}</Tag>}
        <TaskStateTag state={task.state} t={t} />
        {task.onBehalfOf !== null && (
          <Tag color="gold">{t('代{{person}}办理', { person: task.onBehalfOf.nickname })}</Tag>
        )}
      </Flex>
      <Flex gap="4px 20px" wrap>
        <Typography.Text type="secondary">{collection.title}</Typography.Text>
        {facts.map(({ key, label, value }) => (
          <span key={key}>
            <Typography.Text type="secondary">{label} </Typography.Text>
            {value}
          </span>
        ))}
        <span>
          <Typography.Text type="secondary">{t('时限')} </Typography.Text>
          <DueTime dueAt={task.dueAt} overdue={task.overdue} t={t} />
        </span>
      </Flex>
      {task.reason !== null && (
        <Typography.Text type={task.fallback ? 'warning' : 'secondary'} style={{ display: 'block', marginTop: 6 }}>
          {t('由您办理的原因：{{reason}}', { reason: task.reason.text })}
        </Typography.Text>
      )}
    </div>
  );
}
