import type { SettingDefinition } from '@hongxin/plugin-foundation';
import { areLoadLimits, DEFAULT_LOAD_LIMITS, type LoadLimits, type Reason } from '@hongxin/rules';

const INVALID: Reason = { code: 'LOAD_LIMITS_INVALID', params: { field: 'value' }, field: 'value' };

/** From how many units and members on a community counts as full; a row `communityLimits` of the settings changes it. */
export const LIMITS_SETTING: SettingDefinition<LoadLimits> = {
  key: 'communityLimits',
  defaultValue: DEFAULT_LOAD_LIMITS,
  check: (value) => (areLoadLimits(value) ? [] : [INVALID]),
};
