import { ReasonList, requestFailure, useTools, type RecordKey } from '@hongxin/plugin-foundation/client-v2';
import {
  describeFeedbackFigure,
  explainedFigures,
  FEEDBACK_ITEM_TITLES,
  feedbackPointsText,
} from '@hongxin/rules/registration';
import { useRequest } from 'ahooks';
import { Card, Empty, List, Skeleton, Typography } from 'antd';
import React from 'react';
import { feedbackRequests, type IssuedFeedback } from '../requests/year-feedback';
import { FeedbackSheet } from './FeedbackSheet';
import { gradeText } from './grades';
import { PrintButton } from './PrintButton';
import { ReceiptStyle } from './ReceiptStyle';

/** How a year was counted: every figure with what it was counted from; what has been issued is printed here. */
export function FeedbackExplanation({ of }: { of: RecordKey }) {
  const tools = useTools();
  const { t, language } = tools;
  const requests = React.useMemo(() => feedbackRequests(tools), [tools]);
  const { data, error, loading } = useRequest(() => requests.get(of), { refreshDeps: [of] });
  const [sheet, setSheet] = React.useState<IssuedFeedback>();
  if (error) return <ReasonList title={t('没有读到年度反馈')} reasons={requestFailure(error).reasons} />;
  if (loading && !data) return <Skeleton active paragraph={{ rows: 4 }} />;
  if (!data) return <Empty />;
  const title = t('{{year}}年计分说明', { year: data.year });
  return (
    <Card
      size="small"
      title={title}
      extra={
        <Typography.Text strong>
          {data.total !== null && t('{{total}}分', { total: data.total })}
          {data.total === null && !data.grade && t('待评议')}
          {data.grade && `　${gradeText(data.grade, language)}`}
        </Typography.Text>
      }
    >
      <List
        size="small"
        aria-label={title}
        dataSource={[...explainedFigures(data)]}
        renderItem={(figure) => (
          <List.Item
            extra={
              <Typography.Text strong style={{ whiteSpace: 'nowrap' }}>
                {feedbackPointsText(figure)}
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
      {data.isSignedFor && data.signature && (
        <Typography.Paragraph type="secondary" style={{ margin: '8px 0 0' }}>
          {t('社区代签：{{signed}}', { signed: data.signature })}
        </Typography.Paragraph>
      )}
      {data.state === 'issued' && (
        <div style={{ textAlign: 'center', marginTop: 12 }}>
          <ReceiptStyle />
          <PrintButton label={t('打印反馈单')} t={t} prepare={async () => setSheet(await requests.sheet(of))}>
            {sheet && <FeedbackSheet feedback={sheet} language={language} t={t} />}
          </PrintButton>
        </div>
      )}
    </Card>
  );
}
