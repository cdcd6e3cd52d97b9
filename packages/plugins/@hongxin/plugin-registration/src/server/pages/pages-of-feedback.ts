import type { PageSeed } from '@hongxin/plugin-foundation';

export const FEEDBACK_PAGES: readonly PageSeed[] = [];
