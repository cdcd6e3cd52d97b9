import type { CollectionAccess } from '@hongxin/plugin-foundation';

export const SERVICE_ACCESS: readonly CollectionAccess[] = [];
