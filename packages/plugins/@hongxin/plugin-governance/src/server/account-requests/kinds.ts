import type { Choice, RoleName } from '@hongxin/plugin-foundation';

/** Who may ask for an account by themselves; members are invited. */
export const ACCOUNT_KINDS: readonly Choice[] = [
  { value: 'unit', label: '单位联络员', color: 'red' },
  { value: 'socialOrg', label: '社会组织', color: 'blue' },
];

export type AccountKind = 'unit' | 'socialOrg';

/** The role an approved request gives. */
export const ROLE_OF_KIND: Readonly<Record<AccountKind, RoleName>> = { unit: 'hx-unit', socialOrg: 'hx-social-org' };
