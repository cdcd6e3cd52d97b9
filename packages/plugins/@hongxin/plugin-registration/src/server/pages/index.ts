import type { PageSeed } from '@hongxin/plugin-foundation';

export const PAGES: readonly PageSeed[] = [];
