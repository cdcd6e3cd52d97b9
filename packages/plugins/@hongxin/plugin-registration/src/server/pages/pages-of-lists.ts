import type { PageSeed } from '@hongxin/plugin-foundation';

export const LISTS_PAGES: readonly PageSeed[] = [];
