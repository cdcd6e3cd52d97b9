import { InputNumber, Radio, Space } from 'antd';
import React from 'react';
import { type ReviewMode } from '../../../shared/config';
import { useT } from '../../locale';

const DEFAULT_SHARE = 50;

/** How many of several people must agree. */
export function ModeInput({ value, onChange }: { value?: ReviewMode; onChange?(mode: ReviewMode): void }) {
  const t = useT();
  const kind = value?.kind ?? 'any';
  const choose = (next: ReviewMode['kind']): void =>
    onChange?.(next === 'share' ? { kind: next, percent: DEFAULT_SHARE } : { kind: next });
  return (
    <Radio.Group value={kind} onChange={({ target }) => choose(target.value as ReviewMode['kind'])}>
      <Space direction="vertical">
        <Radio value="any">{t('一人办理即可')}</Radio>
        <Radio value="all">{t('所有人都要同意')}</Radio>
        <Radio value="share">
          {t('达到一定比例同意')}{' '}
          {value?.kind === 'share' && (
            <InputNumber
              min={1}
              max={100}
              size="small"
              addonAfter="%"
              style={{ width: 110 }}
              aria-label={t('同意的比例')}
              value={value.percent}
              onChange={(percent) => onChange?.({ kind: 'share', percent: percent ?? DEFAULT_SHARE })}
            />
          )}
        </Radio>
        <Radio value="sequence">{t('按顺序一个接一个')}</Radio>
      </Space>
    </Radio.Group>
  );
}
