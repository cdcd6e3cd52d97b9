import { requestFailure, ReasonList, useTools } from '@hongxin/plugin-foundation/client-v2';
import { useRequest } from 'ahooks';
import { Card, Empty, List, Space, Tag } from 'antd';
import React, { useState } from 'react';
import { FeedbackExplanation } from '../components/FeedbackExplanation';
import { gradeText } from '../components/grades';
import { feedbackRequests } from '../requests/year-feedback';
import { ObjectToFeedback } from './ObjectToFeedback';

/** States in which the member may object (the process's `object`). */
const OPEN_TO_OBJECTION = ['commented', 'signed'];

/** My years: feedback as it stands, with its explanation and the way to object a tap away. */
export function Certificates() {
  const tools = useTools();
  const { t, language, userId } = tools;
  const [open, setOpen] = useState<number>();
  const [requests] = useState(() => feedbackRequests(tools));
  const { data, error, refresh } = useRequest(() => requests.own(userId), { refreshDeps: [userId] });
  const chosen = data?.find(({ id }) => id === open);
  if (error) return <ReasonList title={t('没有读到年度反馈')} reasons={requestFailure(error).reasons} />;
  return (
    <Card size="small" title={t('我的年度反馈')}>
      <List
        loading={!data}
        dataSource={data ?? []}
        locale={{
          emptyText: (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('年度结束后，社区的反馈会显示在这里')} />
          ),
        }}
        renderItem={(feedback) => (
          <List.Item
            role="button"
            tabIndex={0}
            style={{ cursor: 'pointer' }}
            onClick={() => setOpen(open === feedback.id ? undefined : feedback.id)}
            onKeyDown={(event) => event.key === 'Enter' && setOpen(feedback.id)}
            extra={feedback.grade && <Tag color="red">{gradeText(feedback.grade, language)}</Tag>}
          >
            <List.Item.Meta
              title={t('{{year}}年', { year: feedback.year })}
              description={
                feedback.state === 'objected'
                  ? t('已提出异议，社区正在核对')
                  : (feedback.communityComment ?? t('待评议'))
              }
            />
          </List.Item>
        )}
      />
      {open !== undefined && (
        <Space direction="vertical" style={{ width: '100%' }}>
          <FeedbackExplanation of={open} />
          {chosen && OPEN_TO_OBJECTION.includes(chosen.state) && (
            <ObjectToFeedback key={open} send={(opinion) => requests.object(open, opinion)} onSent={refresh} t={t} />
          )}
        </Space>
      )}
    </Card>
  );
}
