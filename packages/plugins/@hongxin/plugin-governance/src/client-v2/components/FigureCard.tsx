import { useTools } from '@hongxin/plugin-foundation/client-v2';
import { Card, Progress, Typography } from 'antd';
import React from 'react';
import type { FigureAnswer } from '../../shared/answers';
import { narrowedAddress } from '../narrowing/page-narrowings';

/** Money comes in 分 and is read in 元. */
export function amount(figure: Pick<FigureAnswer, 'isMoney'>, value: number): string {
  return (figure.isMoney ? value / 100 : value).toLocaleString('zh-CN');
}

/** Share of the target reached, in whole per cent; null where there is nothing to reach. */
export function reached({ value, target }: Pick<FigureAnswer, 'value' | 'target'>): number | null {
  return target === null || target <= 0 ? null : Math.min(100, Math.round((value / target) * 100));
}

export interface FigureCardProps {
  figure: FigureAnswer;
  /** The area the figure is of; null: all of the reader's. */
  areaCode: string | null;
}

/** One figure against its target; opens the page that lists what was counted, in the same area. */
export function FigureCard({ figure, areaCode }: FigureCardProps): React.ReactElement {
  const { t, language, navigate } = useTools();
  const percent = reached(figure);
  const isMissed = figure.target === 0 && figure.value > 0;
  const page = figure.page;
  const go =
    page === null
      ? undefined
      : () => navigate(narrowedAddress(page, { areaCode, figure: figure.isCounted ? figure.key : null }));
  return (
    <Card
      size="small"
      hoverable={page !== null}
      role={page === null ? undefined : 'link'}
      tabIndex={page === null ? undefined : 0}
      onClick={go}
      onKeyDown={(event) => event.key === 'Enter' && go?.()}
      style={{ height: '100%' }}
    >
      <Typography.Text type="secondary">{figure.title[language]}</Typography.Text>
      <div style={{ display: 'flex', alignItems: 'baseline', gap: 4, flexWrap: 'wrap' }}>
        <Typography.Text strong style={{ fontSize: 26, lineHeight: 1.4 }} type={isMissed ? 'warning' : undefined}>
          {amount(figure, figure.value)}
        </Typography.Text>
        {figure.target !== null && figure.target > 0 && (
          <Typography.Text type="secondary">
            /{' '}
            {figure.precision === 'over'
              ? t('超过 {{target}}', { target: amount(figure, figure.target) })
              : amount(figure, figure.target)}
          </Typography.Text>
        )}
        <Typography.Text type="secondary">{figure.isMoney ? t('元') : figure.unit[language]}</Typography.Text>
      </div>
      {percent !== null && (
        <Progress
          percent={percent}
          size="small"
          status={percent >= 100 ? 'success' : 'normal'}
          aria-label={figure.title[language]}
        />
      )}
    </Card>
  );
}
