import type { Language, Translate } from '@hongxin/plugin-foundation/client-v2';
import { durationText } from '@hongxin/rules/mechanism';
import { Typography } from 'antd';
import React from 'react';
import type { MyHoursAnswer } from '../../shared/service';

export interface TakenBackProps {
  hours: Pick<MyHoursAnswer, 'verified' | 'takenBack'>;
  language: Language;
  t: Translate;
}

/**
 * Hours of issued years that count off this one, each with its reason; and what of them is left when this year's do
 * not suffice, so that the parts add up to the total that is shown, which is never below nothing.
 */
export function TakenBack({ hours: { verified, takenBack }, language, t }: TakenBackProps) {
  const duration = (minutes: number): string => durationText(minutes, language);
  return (
    <>
      {takenBack.map(({ year, minutes }) => (
        <Typography.Paragraph key={year} type="secondary" style={{ margin: '8px 0 0' }}>
          {t('{{year}}年已认定的{{duration}}在本年冲销，从本年已认定时长中扣除；{{year}}年的反馈不变。', {
            year,
            duration: duration(-minutes),
          })}
        </Typography.Paragraph>
      ))}
      {verified < 0 && (
        <Typography.Paragraph type="secondary" style={{ margin: '8px 0 0' }}>
          {t('本年已认定的时长还差{{duration}}才够扣除，本年按0小时显示。', { duration: duration(-verified) })}
        </Typography.Paragraph>
      )}
    </>
  );
}
