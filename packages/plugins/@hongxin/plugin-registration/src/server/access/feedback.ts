import type { CollectionAccess } from '@hongxin/plugin-foundation';

export const FEEDBACK_ACCESS: readonly CollectionAccess[] = [];
