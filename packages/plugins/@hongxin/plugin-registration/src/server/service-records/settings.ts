import { type Reason } from '@hongxin/rules/mechanism';
import { SERVICE_LIMITS, type ServiceLimits } from '@hongxin/rules/registration';
import type { SettingDefinition } from '@hongxin/plugin-foundation';
import type { Transaction } from '@nocobase/database';

/** Limits of service hours; a row `serviceLimits` of the settings changes them. */
export const SERVICE_LIMITS_SETTING: SettingDefinition<ServiceLimits> = {
  key: 'serviceLimits',
  defaultValue: SERVICE_LIMITS,
  form: {
    title: { zh: '服务时长', en: 'Service hours' },
    help: {
      zh: '补录时限过后只能由活动组织方补录；签到只在活动开始前后的时间内有效。[默认]',
      en: 'Later than the window only the host enters hours; checking in works around the activity only. [default]',
    },
    fields: () => [
      {
        kind: 'number',
        path: ['supplementDays'],
        label: { zh: '活动结束后可补录', en: 'Hours may be entered after the activity' },
        min: 0,
        max: 365,
        unit: { zh: '天', en: 'days' },
      },
      {
        kind: 'number',
        path: ['earlyMinutes'],
        label: { zh: '可提前签到', en: 'Check-in before the beginning' },
        min: 0,
        max: 1440,
        unit: { zh: '分钟', en: 'minutes' },
      },
      {
        kind: 'number',
        path: ['allowanceMinutes'],
        label: { zh: '结束后仍可签退', en: 'Check-out after the end' },
        min: 0,
        max: 1440,
        unit: { zh: '分钟', en: 'minutes' },
      },
    ],
  },
  check: (value) => (isLimits(value) ? [] : [INVALID]),
};

/** Reads the limits in the transaction that the caller holds. */
export type ReadServiceLimits = (transaction?: Transaction) => Promise<ServiceLimits>;

const INVALID: Reason = { code: 'SERVICE_LIMITS_INVALID', params: { field: 'value' }, field: 'value' };

function isLimits(value: unknown): value is ServiceLimits {
  if (typeof value !== 'object' || value === null) return false;
  return Object.keys(SERVICE_LIMITS).every((key) => {
    const limit = (value as Record<string, unknown>)[key];
    return Number.isInteger(limit) && Number(limit) >= 0 && Number(limit) <= 10_000;
  });
}
