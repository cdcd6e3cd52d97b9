import type { DomainPart, Services } from '@hongxin/plugin-foundation';

import { balanceAction, suggestAction } from './balance/actions';
import { LIMITS_SETTING } from './balance/settings';
import hxUnitRegistrations from './collection';
import { UNIT_FIGURES } from './figures';
import { balancePage } from './balance/page';
import { unitRegisterMobilePage } from './pages/register-mobile';
import { unitOfficialsMobilePage, unitsRegisteredPage } from './pages/registered';
import { REMINDERS_OF_UNITS } from './reminders';
import { completeUnitRegistrations } from './rules';
import { careOfRegistrations } from '../members/rules';
import { unitRegistrationAccess } from './access';
import { UNIT_REGISTRATION_CONSTRAINTS, UNIT_REGISTRATION_INDEXES } from './constraints';
import { UNIT_REGISTRATION_SERIES } from './numbers';
import { unitRegistrationSteps } from './steps';

/** 单位报到: units register with the communities they work in. */
export const unitRegistrations = (services: Services): DomainPart => ({
  collections: [hxUnitRegistrations],
  processes: [unitRegistrationSteps(services)],
  access: [unitRegistrationAccess],
  numbers: UNIT_REGISTRATION_SERIES,
  constraints: UNIT_REGISTRATION_CONSTRAINTS,
  indexes: UNIT_REGISTRATION_INDEXES,
  rules: {
    hxUnitRegistrations: [completeUnitRegistrations],
  },
  records: { hxUnitRegistrations: careOfRegistrations },
  settings: [LIMITS_SETTING],
  figures: [UNIT_FIGURES],
  resources: { hxUnitRegistrations: { balance: balanceAction(services), suggest: suggestAction(services) } },
  reminders: REMINDERS_OF_UNITS,
  pages: [unitsRegisteredPage, unitRegisterMobilePage, unitOfficialsMobilePage, balancePage],
});
