import type { Choice } from '@hongxin/plugin-foundation';

export const DELEGATION_STATE_CHOICES: readonly Choice[] = [
  { value: 'active', label: '生效', color: 'green' },
  { value: 'revoked', label: '已撤销', color: 'default' },
];
