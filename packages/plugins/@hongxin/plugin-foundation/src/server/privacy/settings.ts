import type { SettingDefinition } from '../settings';

/** How many personal fields one person may reveal in a day [default]. */
export const REVEAL_LIMIT: SettingDefinition<{ perDay: number }> = {
  key: 'revealLimit',
  defaultValue: { perDay: 50 },
  check: (value) => {
    const { perDay } = (value ?? {}) as { perDay?: unknown };
    const isUsable = Number.isInteger(perDay) && Number(perDay) >= 1 && Number(perDay) <= 10_000;
    return isUsable ? [] : [{ code: 'REVEAL_LIMIT_INVALID', field: 'value' }];
  },
};

export interface RetentionRules {
  enabled: boolean;
  /** Months by collection, in the place of what the code declares. */
  months: Readonly<Record<string, number>>;
}

/** Whether records past their time lose their personal data at night, and after how many months [default: as declared]. */
export const RETENTION: SettingDefinition<RetentionRules> = {
  key: 'retention',
  defaultValue: { enabled: true, months: {} },
  check: (value) => {
    const { enabled, months } = (value ?? {}) as Partial<RetentionRules>;
    const isUsable =
      typeof enabled === 'boolean' &&
      typeof months === 'object' &&
      months !== null &&
      Object.values(months).every((each) => Number.isInteger(each) && each >= 1 && each <= 1200);
    return isUsable ? [] : [{ code: 'RETENTION_INVALID', field: 'value' }];
  },
};
