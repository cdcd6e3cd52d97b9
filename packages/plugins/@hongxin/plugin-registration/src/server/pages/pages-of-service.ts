import type { PageSeed } from '@hongxin/plugin-foundation';

export const SERVICE_PAGES: readonly PageSeed[] = [];
