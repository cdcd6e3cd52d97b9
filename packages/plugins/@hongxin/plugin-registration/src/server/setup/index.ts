import type { Application } from '@nocobase/server';
import { bindConsentWithdrawal } from '../effects/consent';
import type { ProcessServices } from '../processes/services';
import { setUpFeedback } from './feedback';
import { setUpLists } from './lists';
import { setUpReminders } from './reminders';
import { setUpService } from './service';
import { setUpUnits } from './units';

/** Actions, settings, figures and jobs of every part. */
export function setUp(app: Application, services: ProcessServices): void {
  bindConsentWithdrawal(app);
  setUpUnits(app, services);
  setUpLists(app, services);
  setUpService(app);
  setUpFeedback(app, services);
  setUpReminders(app);
}
