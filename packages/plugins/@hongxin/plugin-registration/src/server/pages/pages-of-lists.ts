import type { PageSeed } from '@hongxin/plugin-foundation';
import { projectsPage, unitProjectsMobilePage, unitProjectsPage } from './co-building';
import { myNeedsPage, needsPage } from './needs';

export const LISTS_PAGES: readonly PageSeed[] = [
  needsPage,
  myNeedsPage,
  projectsPage,
  unitProjectsPage,
  unitProjectsMobilePage,
];
