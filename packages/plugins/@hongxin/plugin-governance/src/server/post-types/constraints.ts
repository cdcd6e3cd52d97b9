import type { ConstraintDefinition } from '@hongxin/plugin-foundation';
import { GRANTED_ROLE_CHOICES } from './choices';

const grantedRoles = GRANTED_ROLE_CHOICES.map((choice) => `'${choice.value}'`).join(', ');

/** What holds whatever writes to the table, the pack's own code and manual SQL included. */
export const POST_TYPE_CONSTRAINTS: readonly ConstraintDefinition[] = [
  {
    table: 'hxPostTypes',
    name: 'hx_post_types_granted_role',
    definition: `CHECK ("grantsRole" IS NULL OR "grantsRole" IN (${grantedRoles}))`,
  },
];
