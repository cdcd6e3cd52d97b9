import type { PageSeed } from '@hongxin/plugin-foundation';
import { memberHomePage } from './member-home';
import { memberRegistrationsPage } from './member-registrations';
import { myRegistrationsPage } from './my-registrations';
import { officialMobilePage } from './official-mobile';
import { unitMobilePage, unitRegistrationsPage } from './unit-registrations';

export const MEMBER_PAGES: readonly PageSeed[] = [
  memberRegistrationsPage,
  unitRegistrationsPage,
  memberHomePage,
  myRegistrationsPage,
  unitMobilePage,
  officialMobilePage,
];
