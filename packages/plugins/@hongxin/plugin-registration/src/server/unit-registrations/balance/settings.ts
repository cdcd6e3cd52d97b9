import type { SettingDefinition } from '@hongxin/plugin-foundation';
import { type Reason } from '@hongxin/rules/mechanism';
import { areLoadLimits, DEFAULT_LOAD_LIMITS, type LoadLimits } from '@hongxin/rules/registration';

const INVALID: Reason = { code: 'LOAD_LIMITS_INVALID', params: { field: 'value' }, field: 'value' };

/** From how many units and members on a community counts as full; a row `communityLimits` of the settings changes it. */
export const LIMITS_SETTING: SettingDefinition<LoadLimits> = {
  key: 'communityLimits',
  defaultValue: DEFAULT_LOAD_LIMITS,
  form: {
    title: { zh: '社区承载上限', en: 'Load of a community' },
    help: {
      zh: '达到上限的社区在统筹均衡和报到时会提示，并建议附近有余量的社区；只提示，不阻止。[默认]',
      en: 'A community at its limit is marked in the balance and when somebody registers, with others near it that have room; it stops nobody. [default]',
    },
    fields: () => [
      { kind: 'number', path: ['units'], label: { zh: '单位', en: 'Units' }, min: 1, max: 10_000 },
      { kind: 'number', path: ['members'], label: { zh: '在职党员', en: 'Members' }, min: 1, max: 1_000_000 },
    ],
  },
  check: (value) => (areLoadLimits(value) ? [] : [INVALID]),
};
