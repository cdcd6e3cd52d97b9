import type { Choice } from '@hongxin/plugin-foundation';

/** What an invitation is about: a member on no list yet, a person on the list, a unit's liaison. */
export const INVITATION_KIND_CHOICES: readonly Choice[] = [
  { value: 'member', label: '党员', color: 'red' },
  { value: 'person', label: '在册人员', color: 'blue' },
  { value: 'unitLiaison', label: '单位联络员', color: 'gold' },
];
