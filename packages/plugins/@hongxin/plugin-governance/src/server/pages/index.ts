import type { PageSeed } from '@hongxin/plugin-foundation';
import { accountsPage } from './accounts';
import { areasPage } from './areas';
import { calendarPage } from './calendar';
import { dictionariesPage } from './dictionaries';
import { hubsPage } from './hubs';
import { organizationsPage } from './organizations';
import { gapsPage, overviewPage, treePage } from './own-block-pages';
import { personsPage, stewardsPage } from './persons';
import { postsPage } from './posts';

/** Pages of the menu group 红心治理. */
export const PAGES: readonly PageSeed[] = [
  overviewPage,
  treePage,
  areasPage,
  organizationsPage,
  personsPage,
  postsPage,
  hubsPage,
  stewardsPage,
  gapsPage,
  dictionariesPage,
  accountsPage,
  calendarPage,
];
