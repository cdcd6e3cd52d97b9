import type { Choice } from '@hongxin/plugin-foundation';

/** The dictionaries the pack uses; administrators may add further ones to the field's options. */
export const DICTIONARY_CHOICES: readonly Choice[] = [
  { value: 'governingKind', label: '共治主体', color: 'red' },
  { value: 'stewardCategory', label: '红管家类别', color: 'volcano' },
  { value: 'duty', label: '网格访听职责', color: 'orange' },
  { value: 'service', label: '基础服务', color: 'gold' },
  { value: 'unitKind', label: '单位类别', color: 'green' },
  { value: 'servicePostClass', label: '服务岗位类别', color: 'cyan' },
  { value: 'leaveReason', label: '离册原因', color: 'blue' },
];

export const SOURCE_CHOICES: readonly Choice[] = [
  { value: 'seed', label: '项目文件', color: 'red' },
  { value: 'found', label: '各地做法', color: 'blue' },
  { value: 'default', label: '系统默认', color: 'default' },
];
