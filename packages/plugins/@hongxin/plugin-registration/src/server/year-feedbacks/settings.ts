import type { SettingDefinition } from '@hongxin/plugin-foundation';
import { type Reason } from '@hongxin/rules/mechanism';
import {
  checkFeedbackRubric,
  DEFAULT_FEEDBACK_RUBRIC,
  FEEDBACK_ITEM_TITLES,
  FEEDBACK_ITEMS,
  type FeedbackRubric,
} from '@hongxin/rules/registration';

const POINTS = { zh: '分', en: 'points' };
const TIMES = { zh: '次', en: 'times' };

/** How a year is counted; a row `yearFeedbackRubric` of the settings changes it. */
export const RUBRIC_SETTING: SettingDefinition<FeedbackRubric> = {
  key: 'yearFeedbackRubric',
  defaultValue: DEFAULT_FEEDBACK_RUBRIC,
  check: checkFeedbackRubric,
  form: {
    title: { zh: '年度反馈计分', en: 'Rubric of the yearly feedback' },
    help: {
      zh: '五项合计必须为100分；各区域、各年度的目标在“双报到 → 年度目标”中设置，这里是没有设置时的目标。只影响以后的计算，已正式反馈的不变。[默认]',
      en: 'The five items make 100 points together; targets by area and year are set under Yearly targets, these hold where none are set. It affects what is computed from now on, nothing that was issued. [default]',
    },
    fields: () => [
      ...FEEDBACK_ITEMS.map((item) => ({
        kind: 'number' as const,
        path: ['points', item],
        label: FEEDBACK_ITEM_TITLES[item],
        min: 0,
        max: 100,
        unit: POINTS,
      })),
      {
        kind: 'number',
        path: ['bonusMax'],
        label: { zh: '加分上限', en: 'Most bonus points' },
        min: 0,
        max: 100,
        unit: POINTS,
      },
      {
        kind: 'number',
        path: ['targets', 'minutes'],
        label: { zh: '服务时长目标', en: 'Target of service' },
        min: 0,
        max: 1_000_000,
        unit: { zh: '分钟', en: 'minutes' },
      },
      {
        kind: 'number',
        path: ['targets', 'times'],
        label: { zh: '服务次数目标', en: 'Target of times' },
        min: 0,
        max: 1000,
        unit: TIMES,
      },
      {
        kind: 'number',
        path: ['targets', 'claims'],
        label: { zh: '办结认领目标', en: 'Target of claims served' },
        min: 0,
        max: 1000,
        unit: TIMES,
      },
      ...DEFAULT_FEEDBACK_RUBRIC.grades.slice(0, -1).map((grade, index) => ({
        kind: 'number' as const,
        path: ['grades', String(index), 'atLeast'],
        label: { zh: `“${grade.zh}”不低于`, en: `"${grade.en}" from` },
        min: 0,
        max: 100,
        unit: POINTS,
      })),
    ],
  },
};

export interface FeedbackOptions {
  /** Days from the day of the unit's signature to the first on which it may be issued; until then members surely may object. */
  objectionDays: number;
}

const INVALID: Reason = { code: 'FEEDBACK_OPTIONS_INVALID', params: { field: 'value' }, field: 'value' };

/** A row `yearFeedback` of the settings [default: five days to object]. */
export const FEEDBACK_SETTING: SettingDefinition<FeedbackOptions> = {
  key: 'yearFeedback',
  defaultValue: { objectionDays: 5 },
  form: {
    title: { zh: '年度反馈', en: 'Yearly feedback' },
    help: {
      zh: '单位签收后至少过这些天才能正式反馈，按日计算，到期当日起可以反馈；正式反馈之前，本人随时可以提出异议。[默认]',
      en: 'So many days after the day of the signature it can be issued, from that day on; until it is issued the member may object at any time. [default]',
    },
    fields: () => [
      {
        kind: 'number',
        path: ['objectionDays'],
        label: { zh: '异议期', en: 'Time to object' },
        min: 0,
        max: 60,
        unit: { zh: '天', en: 'days' },
      },
    ],
  },
  check(value) {
    const { objectionDays } = (value ?? {}) as Partial<FeedbackOptions>;
    const isSound = Number.isInteger(objectionDays) && Number(objectionDays) >= 0 && Number(objectionDays) <= 60;
    return isSound ? [] : [INVALID];
  },
};
