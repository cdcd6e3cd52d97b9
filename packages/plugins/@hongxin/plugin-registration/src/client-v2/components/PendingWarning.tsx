import { type Language, type Translate } from '@hongxin/plugin-foundation/client-v2';
import { durationText } from '@hongxin/rules/mechanism';
import { Alert, Checkbox } from 'antd';
import React from 'react';
import type { OpenStep } from '../requests/year-feedback';

export interface PendingWarningProps {
  pending: NonNullable<OpenStep['pending']>;
  language: Language;
  t: Translate;
  isConfirmed: boolean;
  onConfirm(isConfirmed: boolean): void;
}

/** Whose hours nobody has decided on yet: issuing would close their year for good, so that is said, not supposed. */
export function PendingWarning({ pending, language, t, isConfirmed, onConfirm }: PendingWarningProps) {
  const names = pending.names
    .map(({ name, minutes }) => t('{{name}}（{{duration}}）', { name, duration: durationText(minutes, language) }))
    .join(language === 'zh' ? '、' : ', ');
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 12 }}
      message={t('其中{{count}}份还有待认定的服务时长', { count: pending.count })}
      description={
        <>
          <p style={{ margin: '0 0 8px', maxHeight: 160, overflow: 'auto' }}>{names}</p>
          <p style={{ margin: '0 0 8px' }}>{t('正式反馈后这些时长不能再认定，只能不予认定。不勾选的，这次不反馈。')}</p>
          <Checkbox checked={isConfirmed} onChange={({ target }) => onConfirm(target.checked)}>
            {t('已知晓，这些也一并反馈')}
          </Checkbox>
        </>
      }
    />
  );
}
