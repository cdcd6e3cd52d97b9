import type { Reason } from '@hongxin/rules/mechanism';
import type { SettingDefinition, SettingField, SettingForm } from '../settings';
import type { ReminderKind } from './kinds';

/** What an administrator may change about reminders, by the kind's name. */
export interface ReminderOptions {
  /** Kinds that are not sent. */
  off: readonly string[];
  /** How many days ahead (or, for what waits, how long it may wait) instead of the kind's own default. */
  days: Readonly<Record<string, number>>;
}

const INVALID: Reason = { code: 'REMINDERS_INVALID', params: { field: 'value' }, field: 'value' };

/** A row `reminders` of the settings [default: all kinds, with their own days]. */
export const REMINDERS_SETTING: SettingDefinition<ReminderOptions> = {
  key: 'reminders',
  defaultValue: { off: [], days: {} },
  check(value) {
    const { off = [], days = {} } = (value ?? {}) as Partial<ReminderOptions>;
    const isSound =
      Array.isArray(off) &&
      off.every((name) => typeof name === 'string') &&
      typeof days === 'object' &&
      Object.values(days).every((count) => Number.isInteger(count) && count >= 0 && count <= 365);
    return isSound ? [] : [INVALID];
  },
};

/** Each kind of reminder with a switch and its days. */
export const remindersForm = (kinds: () => readonly ReminderKind[]): SettingForm => ({
  title: { zh: '到期提醒', en: 'Reminders' },
  help: {
    zh: '每天早上在站内提醒一次，同一件事不重复提醒。天数表示提前几天，或等待几天后提醒。',
    en: 'Told in-app once every morning, the same thing never twice. Days: how many ahead, or after how many of waiting.',
  },
  fields: () =>
    kinds().map(({ name, title, days }): SettingField => ({
      kind: 'number',
      path: ['days', name],
      label: title,
      min: 0,
      max: 365,
      unit: { zh: '天', en: 'days' },
      fallback: days,
      switch: { path: ['off'], name },
    })),
});

export const REMINDER_REASONS = {
  REMINDERS_INVALID: {
    zh: '提醒设置无效：off 应为提醒名称的列表，days 应为 0—365 的整数天数。',
    en: 'The settings of reminders are not valid: off is a list of names, days holds whole numbers from 0 to 365.',
  },
} as const;
