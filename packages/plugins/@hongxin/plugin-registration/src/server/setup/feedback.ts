import { foundationOf, handler } from '@hongxin/plugin-foundation';
import type { Application } from '@nocobase/server';
import { YEAR_FEEDBACKS } from '../constants';
import { makeAction, performAllAction } from '../feedback/actions';
import { FEEDBACK_SETTING, RUBRIC_SETTING } from '../feedback/settings';
import { summaryAction } from '../feedback/summary';
import type { ProcessServices } from '../processes/services';
import { SHEET_TEXTS_SETTINGS } from '../sheet-texts/settings';

/** Registers this part's own actions, settings, figures and jobs. */
export function setUpFeedback(app: Application, services: ProcessServices): void {
  const { settings } = foundationOf(app);
  settings.define(RUBRIC_SETTING);
  settings.define(FEEDBACK_SETTING);
  for (const setting of Object.values(SHEET_TEXTS_SETTINGS)) settings.define(setting);
  app.resourceManager.registerActionHandlers({
    [`${YEAR_FEEDBACKS}:make`]: handler(makeAction(services)),
    [`${YEAR_FEEDBACKS}:performAll`]: handler(performAllAction(services)),
    [`${YEAR_FEEDBACKS}:summary`]: handler(summaryAction(services)),
  });
  // each asks the roles' own tables how far the caller reaches
  app.acl.allow(YEAR_FEEDBACKS, ['make', 'performAll', 'summary'], 'loggedIn');
}
