import { Button, Empty, List, Popconfirm, Tag, Typography } from 'antd';
import React from 'react';
import { type Translate } from '../tools/texts';
import { type MyRequest } from '../requests/my-data';
import { momentText } from '../view/moment-text';

const KINDS: Readonly<Record<MyRequest['kind'], string>> = {
  correction: '更正',
  deletion: '删除',
  withdrawal: '撤回同意',
};

interface RequestsProps {
  t: Translate;
  requests: readonly MyRequest[];
  onWithdraw(id: string): void;
}

/** What I have asked for, and what came of it. */
export function Requests({ t, requests, onWithdraw }: RequestsProps) {
  if (requests.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('还没有提出过请求')} />;
  return (
    <List
      dataSource={[...requests]}
      renderItem={(request) => (
        <List.Item key={request.id}>
          <div style={{ width: '100%' }}>
            <div style={{ display: 'flex', justifyContent: 'space-between', gap: 8 }}>
              <Typography.Text strong>
                {t(KINDS[request.kind])} · {request.about}
              </Typography.Text>
              <Tag color={request.stateColor} style={{ marginInlineEnd: 0 }}>
                {request.stateLabel}
              </Tag>
            </div>
            <Typography.Text type="secondary">{momentText(request.requestedAt)}</Typography.Text>
            {request.answer && <div>{t('答复：{{answer}}', { answer: request.answer })}</div>}
            {request.isOpen && (
              <Popconfirm
                title={t('撤回请求')}
                okText={t('确定')}
                cancelText={t('取消')}
                onConfirm={() => onWithdraw(request.id)}
              >
                <Button size="small" style={{ marginTop: 8 }}>
                  {t('撤回请求')}
                </Button>
              </Popconfirm>
            )}
          </div>
        </List.Item>
      )}
    />
  );
}
