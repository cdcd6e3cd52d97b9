import type { Translate } from '@hongxin/plugin-foundation/client-v2';
import { Flex, Tag, Typography } from 'antd';
import React from 'react';
import type { ClaimableNeed } from '../../shared/claiming';

/** What is wanted where, in a few lines. */
export function NeedFacts({ need, t }: { need: ClaimableNeed; t: Translate }) {
  const { title, stateTitle, serviceClass, place, number, peopleWanted, wantedBy, description } = need;
  const facts = [
    place,
    peopleWanted !== null && t('需要 {{count}} 人', { count: peopleWanted }),
    wantedBy && t('希望 {{day}} 前完成', { day: wantedBy }),
    number,
  ].filter(Boolean);
  return (
    <header style={{ marginBlock: '4px 16px' }}>
      <Flex gap={8} align="flex-start" justify="space-between" wrap>
        <Typography.Title level={5} style={{ margin: 0 }}>
          {title}
        </Typography.Title>
        <span>
          {serviceClass && <Tag color="red">{serviceClass}</Tag>}
          <Tag style={{ marginInlineEnd: 0 }}>{stateTitle}</Tag>
        </span>
      </Flex>
      <Typography.Text type="secondary">{facts.join(' · ')}</Typography.Text>
      {description && (
        <Typography.Paragraph style={{ margin: '8px 0 0', whiteSpace: 'pre-wrap' }}>{description}</Typography.Paragraph>
      )}
    </header>
  );
}
