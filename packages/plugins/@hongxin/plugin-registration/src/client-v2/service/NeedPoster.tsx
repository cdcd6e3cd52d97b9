import { PrinterOutlined } from '@ant-design/icons';
import { useTools } from '@hongxin/plugin-foundation/client-v2';
import { Button, Card, Flex, QRCode, Typography } from 'antd';
import React from 'react';
import { publicNeedsAddress } from '../public-needs/address';

/** 居民扫码: the address of the public page, to print and put up in the lobby. */
export function NeedPoster() {
  const { t } = useTools();
  const address = publicNeedsAddress();
  return (
    <Card style={{ maxWidth: 520, margin: '0 auto', textAlign: 'center' }}>
      <Typography.Title level={3}>{t('有需求，扫码说')}</Typography.Title>
      <Typography.Paragraph>{t('居民不用注册，扫码就能提出需求，凭查询码看进度、作评价。')}</Typography.Paragraph>
      <Flex justify="center" style={{ margin: '16px 0' }}>
        <QRCode value={address} size={240} type="svg" bordered={false} aria-label={address} />
      </Flex>
      <Typography.Paragraph copyable={{ text: address }}>{address}</Typography.Paragraph>
      <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
        {t('打印')}
      </Button>
    </Card>
  );
}
