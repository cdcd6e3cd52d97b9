import type { PageSeed } from '@hongxin/plugin-foundation';
import { accountsPage } from '../account-requests/page';
import { areasPage } from '../areas/page';
import { calendarPage } from '../calendar/page';
import { dictionariesPage } from '../dictionaries/page';
import { hubsPage } from '../households/page';
import { organizationsPage } from '../organizations/page';
import { gapsPage, overviewPage, treePage } from '../common/pages/own-block-pages';
import { personsPage, stewardsPage } from '../persons/page';
import { postsPage } from '../posts/page';

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
