import { ClockCircleOutlined, EnvironmentOutlined, TeamOutlined } from '@ant-design/icons';
import { momentText, type Translate } from '@hongxin/plugin-foundation/client-v2';
import { Button, Card, Flex, Popconfirm, Space, Tag, Typography } from 'antd';
import React, { type ReactNode } from 'react';
import type { Opening } from '../../shared/service';
import { periodText } from './times';

export interface OpeningCardProps {
  opening: Opening;
  t: Translate;
  mayClaim: boolean;
  isBusy: boolean;
  onClaim(): void;
  /** What a claim asks for besides a press. */
  children?: ReactNode;
}

/** One post or project: what, when, where, how many places, and the button. */
export function OpeningCard({ opening, t, mayClaim, isBusy, onClaim, children }: OpeningCardProps) {
  const { title, serviceClass, description, community, location, left, headCount, isClaimed, claimBy } = opening;
  const isFull = left <= 0;
  const label = isClaimed ? t('已认领') : isFull ? t('已满') : t('认领');
  return (
    <Card size="small" style={{ marginBottom: 12 }}>
      <Flex justify="space-between" gap={8} align="flex-start">
        <Typography.Text strong style={{ fontSize: 16 }}>
          {title}
        </Typography.Text>
        <Space size={4} wrap style={{ justifyContent: 'flex-end' }}>
          {opening.kind === 'project' && <Tag color="purple">{t('共建项目')}</Tag>}
          {serviceClass && <Tag color="red">{serviceClass}</Tag>}
        </Space>
      </Flex>
      <Flex vertical gap={4} style={{ margin: '8px 0' }}>
        <Fact icon={<ClockCircleOutlined aria-hidden />}>{periodText(opening.startsAt, opening.endsAt, t)}</Fact>
        <Fact icon={<EnvironmentOutlined aria-hidden />}>{[community, location].filter(Boolean).join(' · ')}</Fact>
        <Fact icon={<TeamOutlined aria-hidden />}>
          {t('剩余 {{left}} / {{headCount}} 个名额', { left: Math.max(0, left), headCount })}
          {claimBy && ` · ${t('{{moment}} 截止', { moment: momentText(claimBy) })}`}
        </Fact>
      </Flex>
      {description && (
        <Typography.Paragraph type="secondary" ellipsis={{ rows: 2, expandable: true, symbol: t('展开') }}>
          {description}
        </Typography.Paragraph>
      )}
      {children}
      <Popconfirm
        title={t('认领“{{title}}”？', { title })}
        okText={t('确认认领')}
        cancelText={t('再想想')}
        onConfirm={onClaim}
        disabled={!mayClaim || isClaimed || isFull}
      >
        <Button block type="primary" loading={isBusy} disabled={!mayClaim || isClaimed || isFull}>
          {label}
        </Button>
      </Popconfirm>
    </Card>
  );
}

function Fact({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <Flex gap={8} align="flex-start">
      <Typography.Text type="secondary">{icon}</Typography.Text>
      <Typography.Text>{children}</Typography.Text>
    </Flex>
  );
}
