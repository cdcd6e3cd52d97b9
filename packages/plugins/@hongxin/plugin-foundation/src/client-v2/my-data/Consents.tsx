import { Button, Collapse, Empty, Popconfirm, Tag, Typography } from 'antd';
import React from 'react';
import { type Translate } from '../tools/texts';
import { type MyConsent } from '../requests/my-data';
import { momentText } from '../view/moment-text';

interface ConsentsProps {
  t: Translate;
  consents: readonly MyConsent[];
  onWithdraw(id: string): void;
}

/** What I have consented to, in which version, and the way to take it back. */
export function Consents({ t, consents, onWithdraw }: ConsentsProps) {
  if (consents.length === 0)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('还没有同意过告知书')} />;
  return (
    <Collapse
      items={consents.map(({ id, notice, text, version, currentVersion, givenAt, withdrawnAt }) => ({
        key: id,
        label: (
          <span>
            {notice} <Tag>{version}</Tag>
            {withdrawnAt && <Tag color="orange">{t('已撤回')}</Tag>}
            {!withdrawnAt && version !== currentVersion && (
              <Tag color="blue">{t('现行版本{{version}}', { version: currentVersion })}</Tag>
            )}
          </span>
        ),
        children: (
          <>
            <Typography.Paragraph type="secondary">
              {t('同意时间：{{at}}', { at: momentText(givenAt) })}
              {withdrawnAt && ` · ${t('撤回时间：{{at}}', { at: momentText(withdrawnAt) })}`}
            </Typography.Paragraph>
            <Typography.Paragraph style={{ whiteSpace: 'pre-wrap' }}>{plain(text)}</Typography.Paragraph>
            {!withdrawnAt && (
              <Popconfirm
                title={t('撤回同意')}
                description={t('撤回后不再依据这份同意处理您的信息，此前的办理不受影响；负责的单位会收到并处理。')}
                okText={t('确定')}
                cancelText={t('取消')}
                onConfirm={() => onWithdraw(id)}
              >
                <Button danger>{t('撤回同意')}</Button>
              </Popconfirm>
            )}
          </>
        ),
      }))}
    />
  );
}

/** The notice's few signs of markdown, taken out: it is read as plain text here. */
const plain = (text: string | null): string => (text ?? '').replace(/\*\*/g, '').replace(/^- /gm, '· ');
