import type { PageSeed } from '@hongxin/plugin-foundation';
import { FEEDBACK_PAGES } from './pages-of-feedback';
import { LISTS_PAGES } from './pages-of-lists';
import { MEMBER_PAGES } from './pages-of-members';
import { SERVICE_PAGES } from './pages-of-service';
import { UNITS_PAGES } from './pages-of-units';

export const PAGES: readonly PageSeed[] = [
  ...MEMBER_PAGES,
  ...UNITS_PAGES,
  ...LISTS_PAGES,
  ...SERVICE_PAGES,
  ...FEEDBACK_PAGES,
];

/** Registering became a tab of registration/mobile-mine. */
export const RETIRED_PAGES: readonly string[] = ['registration/mobile-register'];
