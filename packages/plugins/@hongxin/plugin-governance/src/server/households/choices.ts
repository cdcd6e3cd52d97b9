import type { Choice } from '@hongxin/plugin-foundation';

/** default: households that need care; sensitive, kept to what a visit needs. */
export const CARE_CHOICES: readonly Choice[] = [
  { value: 'elderlyAlone', label: '独居老人', color: 'orange' },
  { value: 'disabled', label: '残疾人', color: 'purple' },
  { value: 'seriousIllness', label: '重病患者', color: 'red' },
  { value: 'lowIncome', label: '低保困难', color: 'gold' },
  { value: 'leftBehindChild', label: '留守儿童', color: 'cyan' },
  { value: 'militaryFamily', label: '军属优抚', color: 'green' },
  { value: 'seasonal', label: '候鸟住户', color: 'blue' },
];
