import type { PageSeed } from '@hongxin/plugin-foundation';
import { memberRegistrationsPage } from './member-registrations';
import { myRegistrationsPage } from './my-registrations';
import { officialMobilePage } from './official-mobile';
import { registerPage } from './register';
import { unitMobilePage, unitRegistrationsPage } from './unit-registrations';
import { unitsPage } from './units';

export const PAGES: readonly PageSeed[] = [
  memberRegistrationsPage,
  unitsPage,
  unitRegistrationsPage,
  myRegistrationsPage,
  registerPage,
  unitMobilePage,
  officialMobilePage,
];
