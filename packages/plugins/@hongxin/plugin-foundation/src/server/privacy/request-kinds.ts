import type { Choice } from '../fields';

/** PIPL art. 46 (correction), 47 (deletion), 15 (withdrawal of consent). */
export const REQUEST_KINDS: readonly Choice[] = [
  { value: 'correction', label: '更正', color: 'blue' },
  { value: 'deletion', label: '删除', color: 'red' },
  { value: 'withdrawal', label: '撤回同意', color: 'orange' },
];

export type RequestKind = 'correction' | 'deletion' | 'withdrawal';
