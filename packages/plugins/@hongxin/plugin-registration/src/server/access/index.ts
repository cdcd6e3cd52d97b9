import type { CollectionAccess } from '@hongxin/plugin-foundation';
import { FEEDBACK_ACCESS } from './feedback';
import { LISTS_ACCESS } from './lists';
import { MEMBER_ACCESS } from './members';
import { SERVICE_ACCESS } from './service';
import { UNIT_ACCESS } from './units';

/** Who may see and change what, one table per part of 双报到. */
export const ACCESS: readonly CollectionAccess[] = [
  ...MEMBER_ACCESS,
  ...UNIT_ACCESS,
  ...LISTS_ACCESS,
  ...SERVICE_ACCESS,
  ...FEEDBACK_ACCESS,
];
