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
  /** Whether feedbacks may be listed by points. Off: nobody is ranked in public (domain §0). */
  ranking: boolean;
}

const INVALID: Reason = { code: 'FEEDBACK_OPTIONS_INVALID', params: { field: 'value' }, field: 'value' };

/** A row `yearFeedback` of the settings [default: five days to object, no ranking]. */
export const FEEDBACK_SETTING: SettingDefinition<FeedbackOptions> = {
  key: 'yearFeedback',
  defaultValue: { objectionDays: 5, ranking: false },
  check(value) {
    const { objectionDays, ranking } = (value ?? {}) as Partial<FeedbackOptions>;
    const isSound =
      Number.isInteger(objectionDays) &&
      Number(objectionDays) >= 0 &&
      Number(objectionDays) <= 60 &&
      typeof ranking === 'boolean';
    return isSound ? [] : [INVALID];
  },
};
