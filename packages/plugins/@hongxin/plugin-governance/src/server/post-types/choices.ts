import type { Choice } from '@hongxin/plugin-foundation';

/** Roles a post may give: nothing beyond the pack's scoped ones can be reached through a post. */
export const GRANTED_ROLE_CHOICES: readonly Choice[] = [
  { value: 'hx-official', label: '基层干部' },
  { value: 'hx-city', label: '市级管理员' },
];
