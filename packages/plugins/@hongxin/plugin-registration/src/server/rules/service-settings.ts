import { SERVICE_LIMITS, type Reason, type ServiceLimits } from '@hongxin/rules';
import type { SettingDefinition } from '@hongxin/plugin-foundation';
import type { Transaction } from '@nocobase/database';

/** Limits of service hours; a row `serviceLimits` of the settings changes them. */
export const SERVICE_LIMITS_SETTING: SettingDefinition<ServiceLimits> = {
  key: 'serviceLimits',
  defaultValue: SERVICE_LIMITS,
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
