import { useTools } from '@hongxin/plugin-foundation/client-v2';
import { Alert, Button, Col, Row, Skeleton, Space, Tag, Typography } from 'antd';
import { useRequest } from 'ahooks';
import React, { useEffect, useState } from 'react';
import { AreaSelect } from '../narrowing/AreaSelect';
import { narrowingOnce } from '../narrowing/narrowing-once';
import { narrowedAddress } from '../narrowing/page-narrowings';
import { FigureCard } from './FigureCard';
import { gapColour, gapTitle } from './gap-texts';
import { useGovernance } from '../requests/governance';

/** 治理总览: figures of the caller's areas against the programme's, and what is missing. */
export function GovernanceOverview(): React.ReactElement {
  const requests = useGovernance();
  const { t, language, navigate, session } = useTools();
  const [areaCode, setAreaCode] = useState<string | null>(null);
  const { data, error, loading, refresh } = useRequest(() => requests.overview(areaCode), { refreshDeps: [areaCode] });
  // known before a figure is opened, so that its list is read once; failing, the list asks again
  useEffect(() => void narrowingOnce(session, requests).catch(() => undefined), [session, requests]);
  if (error)
    return (
      <Alert
        type="error"
        showIcon
        message={t('总览读取失败')}
        action={<Button onClick={refresh}>{t('重试')}</Button>}
      />
    );
  if (!data) return <Skeleton active />;
  const gaps = data.gaps.filter((gap) => gap.count > 0);
  const gapsPage = data.gapsPage;
  return (
    <Space direction="vertical" size="middle" style={{ width: '100%', opacity: loading ? 0.6 : 1 }}>
      {data.areas.length > 1 && <AreaSelect areas={data.areas} value={areaCode} onChange={setAreaCode} t={t} />}
      <Row gutter={[12, 12]}>
        {data.figures.map((figure) => (
          <Col key={figure.key} xs={12} sm={8} md={6} xl={4}>
            <FigureCard figure={figure} areaCode={areaCode} />
          </Col>
        ))}
      </Row>
      <div>
        <Typography.Title level={5} style={{ marginTop: 0 }}>
          {t('覆盖缺口')}
        </Typography.Title>
        {gaps.length === 0 ? (
          <Alert type="success" showIcon message={t('没有发现覆盖缺口')} />
        ) : (
          <Space wrap>
            {gaps.map((gap) => (
              <Tag key={gap.kind} color={gapColour(gap.kind)} style={{ fontSize: 14, padding: '4px 8px' }}>
                {gapTitle(gap.kind, language)} {gap.count}
              </Tag>
            ))}
            {gapsPage && (
              <Button type="link" onClick={() => navigate(narrowedAddress(gapsPage, { areaCode, figure: null }))}>
                {t('查看清单')}
              </Button>
            )}
          </Space>
        )}
      </div>
    </Space>
  );
}
