import { requestFailure, ReasonList, type Language, type Translate } from '@hongxin/plugin-foundation/client-v2';
import { type APIClientLike } from '@nocobase/flow-engine';
import { useRequest } from 'ahooks';
import { Card, Empty, List, Space, Tag } from 'antd';
import React, { useState } from 'react';
import { FeedbackExplanation } from '../components/FeedbackExplanation';
import { gradeText } from '../components/grades';
import { YEAR_FEEDBACKS } from '../constants';
import { feedbackRequests, type Feedback } from '../requests/year-feedback';
import { ObjectToFeedback } from './ObjectToFeedback';

export interface CertificatesProps {
  api: APIClientLike;
  userId: number;
  language: Language;
  t: Translate;
}

/** States in which the member may object (the process's `object`). */
const OPEN_TO_OBJECTION = ['commented', 'signed'];

/** My years: feedback as it stands, with its explanation and the way to object a tap away. */
export function Certificates({ api, userId, language, t }: CertificatesProps) {
  const [open, setOpen] = useState<number>();
  const read = async (): Promise<Feedback[]> => {
    const params = { filter: { ownerId: userId, subject: 'member' }, sort: ['-year'], pageSize: 10 };
    return (await api.request<{ data: Feedback[] }>({ url: `${YEAR_FEEDBACKS}:list`, params, skipNotify: true })).data
      .data;
  };
  const { data, error, refresh } = useRequest(read, { refreshDeps: [userId] });
  const [requests] = useState(() => feedbackRequests(api));
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
          <FeedbackExplanation
            load={() => requests.get(open)}
            loadSheet={() => requests.sheet(open)}
            of={open}
            language={language}
            t={t}
          />
          {chosen && OPEN_TO_OBJECTION.includes(chosen.state) && (
            <ObjectToFeedback key={open} send={(opinion) => requests.object(open, opinion)} onSent={refresh} t={t} />
          )}
        </Space>
      )}
    </Card>
  );
}
