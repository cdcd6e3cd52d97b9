import { Alert, Empty, List, Typography } from 'antd';
import React from 'react';
import { type Translate } from '../tools/texts';
import { type Look } from '../requests/my-data';
import { momentText } from '../view/moment-text';

/** 谁看过我的信息: each time somebody has seen one of my values in clear. */
export function Looks({ t, looks }: { t: Translate; looks: readonly Look[] }) {
  return (
    <>
      <Alert
        type="info"
        showIcon
        style={{ marginBottom: 12 }}
        message={t('您的电话、门牌号等默认隐去。工作人员每次查看原文都要写明事由，并记录在这里。')}
      />
      {looks.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('还没有人查看过您的个人信息原文')} />
      ) : (
        <List
          dataSource={[...looks]}
          renderItem={(look) => (
            <List.Item key={look.id}>
              <div style={{ width: '100%' }}>
                <div style={{ display: 'flex', justifyContent: 'space-between', gap: 8 }}>
                  <Typography.Text strong>{look.actorName ?? t('系统')}</Typography.Text>
                  <Typography.Text type="secondary">
                    <time dateTime={look.at}>{momentText(look.at)}</time>
                  </Typography.Text>
                </div>
                <div>
                  {t('查看了{{collection}}中的{{field}}', { collection: look.collectionTitle, field: look.fieldTitle })}
                </div>
                {look.reason && (
                  <Typography.Text type="secondary">{t('事由：{{reason}}', { reason: look.reason })}</Typography.Text>
                )}
              </div>
            </List.Item>
          )}
        />
      )}
    </>
  );
}
