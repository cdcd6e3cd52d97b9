import { foundationOf } from '@hongxin/plugin-foundation';
import type { Application } from '@nocobase/server';
import { remindersOfMembers } from '../reminders/of-members';
import { REMINDERS_OF_OFFICIALS } from '../reminders/of-officials';
import { REMINDERS_OF_QUEUES } from '../reminders/of-queues';
import { REMINDERS_OF_UNITS } from '../reminders/of-units';

/** What is due is told in-app every morning; reviews have reminders of their own. */
export function setUpReminders(app: Application): void {
  foundationOf(app).reminders.register(
    ...remindersOfMembers(app),
    ...REMINDERS_OF_UNITS,
    ...REMINDERS_OF_OFFICIALS,
    ...REMINDERS_OF_QUEUES,
  );
}
