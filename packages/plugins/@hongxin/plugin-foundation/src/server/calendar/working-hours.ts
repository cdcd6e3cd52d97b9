import type { WorkingHours } from '@hongxin/rules/mechanism';
import type { SettingDefinition } from '../settings';

const DAY_MINUTES = 1440;

/** Office hours in minutes after midnight: 8:30–12:00 and 14:00–17:30 [default]. */
export const WORKING_HOURS: SettingDefinition<WorkingHours> = {
  key: 'workingHours',
  form: {
    title: { zh: '工作时间', en: 'Working hours' },
    help: {
      zh: '办理时限只计算工作时间；哪些日子休息、上班在“红心治理 → 工作日历”中登记。',
      en: 'Time limits count working time only; days off and made up are kept under Governance → Working calendar.',
    },
    fields: () => [
      { kind: 'clock', path: ['dayStart'], label: { zh: '上班', en: 'Day begins' } },
      { kind: 'clock', path: ['breaks', '0', '0'], label: { zh: '午休开始', en: 'Break begins' } },
      { kind: 'clock', path: ['breaks', '0', '1'], label: { zh: '午休结束', en: 'Break ends' } },
      { kind: 'clock', path: ['dayEnd'], label: { zh: '下班', en: 'Day ends' } },
    ],
  },
  defaultValue: { dayStart: 510, dayEnd: 1050, breaks: [[720, 840]] },
  check: (value) => (isWorkingHours(value) ? [] : [{ code: 'WORKING_HOURS_INVALID', field: 'value' }]),
};

function isWorkingHours(value: unknown): value is WorkingHours {
  if (typeof value !== 'object' || value === null) return false;
  const { dayStart, dayEnd, breaks = [] } = value as Partial<WorkingHours>;
  if (!isMinute(dayStart) || !isMinute(dayEnd) || dayStart >= dayEnd || !Array.isArray(breaks)) return false;
  return breaks.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every(isMinute) && pair[0] < pair[1]);
}

function isMinute(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= DAY_MINUTES;
}
