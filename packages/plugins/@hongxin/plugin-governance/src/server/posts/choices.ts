import type { Choice } from '@hongxin/plugin-foundation';

/** default: how a post was filled. */
export const SELECTION_CHOICES: readonly Choice[] = [
  { value: 'elected', label: '选举' },
  { value: 'appointed', label: '委任' },
  { value: 'recommended', label: '推选' },
  { value: 'cooptation', label: '增补' },
  { value: 'hired', label: '聘任' },
  { value: 'volunteered', label: '自荐' },
];
