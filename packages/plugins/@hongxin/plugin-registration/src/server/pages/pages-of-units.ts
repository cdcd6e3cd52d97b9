import type { PageSeed } from '@hongxin/plugin-foundation';
import { balancePage } from './balance';
import { unitOfficialsMobilePage } from './unit-officials-mobile';
import { unitRegisterMobilePage } from './unit-register-mobile';
import { unitsPage } from './units';
import { unitsRegisteredPage } from './units-registered';

export const UNITS_PAGES: readonly PageSeed[] = [
  unitsPage,
  unitsRegisteredPage,
  unitRegisterMobilePage,
  unitOfficialsMobilePage,
  balancePage,
];
