import { ReasonList, requestFailure, type Language, type Translate } from '@hongxin/plugin-foundation/client-v2';
import { DEFAULT_FEEDBACK_RUBRIC, describeFeedbackFigure, EXEMPT_GRADE, FEEDBACK_ITEM_TITLES } from '@hongxin/rules';
import { useRequest } from 'ahooks';
import { Card, Empty, List, Skeleton, Typography } from 'antd';
import React from 'react';
import type { Feedback } from '../requests/year-feedback';

export interface FeedbackExplanationProps {
  load(): Promise<Feedback | undefined>;
  of: string | number;
  language: Language;
  t: Translate;
}

const GRADES = [...DEFAULT_FEEDBACK_RUBRIC.grades, EXEMPT_GRADE];

/** How a year was counted: every figure with what it was counted from. */
export function FeedbackExplanation({ load, of, language, t }: FeedbackExplanationProps) {
  const { data, error, loading } = useRequest(load, { refreshDeps: [of] });
  if (error) return <ReasonList title={t('没有读到年度反馈')} reasons={requestFailure(error).reasons} />;
  if (loading && !data) return <Skeleton active paragraph={{ rows: 4 }} />;
  if (!data) return <Empty />;
  const grade = GRADES.find(({ code }) => code === data.grade);
  const title = t('{{year}}年计分说明', { year: data.year });
  return (
    <Card
      size="small"
      title={title}
      extra={
        <Typography.Text strong>
          {data.total === null ? t('待评议') : t('{{total}}分', { total: data.total })}
          {data.grade && `　${grade ? grade[language] : data.grade}`}
        </Typography.Text>
      }
    >
      <List
        size="small"
        aria-label={title}
        dataSource={data.figures ?? []}
        renderItem={(figure) => (
          <List.Item
            extra={
              <Typography.Text strong style={{ whiteSpace: 'nowrap' }}>
                {figure.points ?? '—'} / {figure.max}
              </Typography.Text>
            }
          >
            <List.Item.Meta
              title={FEEDBACK_ITEM_TITLES[figure.item][language]}
              description={describeFeedbackFigure(figure, language)}
            />
          </List.Item>
        )}
      />
    </Card>
  );
}
