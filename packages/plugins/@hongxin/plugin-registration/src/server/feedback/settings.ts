import type { SettingDefinition } from '@hongxin/plugin-foundation';
import { checkFeedbackRubric, DEFAULT_FEEDBACK_RUBRIC, type FeedbackRubric, type Reason } from '@hongxin/rules';

/** How a year is counted; a row `yearFeedbackRubric` of the settings changes it. */
export const RUBRIC_SETTING: SettingDefinition<FeedbackRubric> = {
  key: 'yearFeedbackRubric',
  defaultValue: DEFAULT_FEEDBACK_RUBRIC,
  check: checkFeedbackRubric,
};

export interface FeedbackOptions {
  /** Days after the unit's signature in which the member may object before the feedback is issued. */
  objectionDays: number;
}

const INVALID: Reason = { code: 'FEEDBACK_OPTIONS_INVALID', params: { field: 'value' }, field: 'value' };

/** A row `yearFeedback` of the settings [default: five days to object]. */
export const FEEDBACK_SETTING: SettingDefinition<FeedbackOptions> = {
  key: 'yearFeedback',
  defaultValue: { objectionDays: 5 },
  check(value) {
    const { objectionDays } = (value ?? {}) as Partial<FeedbackOptions>;
    const isSound = Number.isInteger(objectionDays) && Number(objectionDays) >= 0 && Number(objectionDays) <= 60;
    return isSound ? [] : [INVALID];
  },
};
