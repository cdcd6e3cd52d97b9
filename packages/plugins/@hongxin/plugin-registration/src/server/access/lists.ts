import type { CollectionAccess } from '@hongxin/plugin-foundation';

export const LISTS_ACCESS: readonly CollectionAccess[] = [];
