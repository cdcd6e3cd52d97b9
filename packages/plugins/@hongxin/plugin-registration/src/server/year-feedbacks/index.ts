import type { DomainPart, Services } from '@hongxin/plugin-foundation';

import hxYearFeedbacks from './collection';
import hxYearTargets from './targets/collection';
import { makeAction, performAllAction } from './actions';
import { FEEDBACK_SETTING, RUBRIC_SETTING } from './settings';
import { summaryAction } from './summary';
import { feedbackMobilePage, yearFeedbacksPage } from './page';
import { yearTargetsPage } from './targets/page';
import { registrationReason } from '../reasons';
import { onlyComputed } from './only-computed';
import { SHEET_TEXTS_SETTINGS } from '../sheet-texts/settings';
import { yearFeedbackAccess } from './access';
import { yearTargetAccess } from './targets/access';
import { yearFeedbackSteps } from './steps';

/** 年度反馈: what a year of service comes to, and the targets it is held to. */
export const yearFeedbacks = (services: Services): DomainPart => ({
  collections: [hxYearFeedbacks, hxYearTargets],
  processes: [yearFeedbackSteps(services)],
  access: [yearFeedbackAccess, yearTargetAccess],
  constraints: [
    {
      // two rows for the same would leave open which one holds
      table: 'hxYearTargets',
      name: 'hx_year_targets_once',
      definition: 'EXCLUDE USING btree (year WITH =, subject WITH =, "areaCode" WITH =)',
      reason: registrationReason('TARGETS_EXIST', {}, 'area'),
    },
  ],
  follows: {
    'hxYearFeedbacks.beforeCreate': [onlyComputed],
    'hxYearFeedbacks.beforeBulkCreate': [onlyComputed],
    'hxYearFeedbacks.beforeDestroy': [onlyComputed],
  },
  settings: [RUBRIC_SETTING, FEEDBACK_SETTING, ...Object.values(SHEET_TEXTS_SETTINGS)],
  resources: {
    hxYearFeedbacks: {
      make: makeAction(services),
      performAll: performAllAction(services),
      summary: summaryAction(services),
    },
  },
  pages: [yearFeedbacksPage, feedbackMobilePage, yearTargetsPage],
});
