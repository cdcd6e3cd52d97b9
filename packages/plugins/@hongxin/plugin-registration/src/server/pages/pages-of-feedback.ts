import type { PageSeed } from '@hongxin/plugin-foundation';
import { yearTargetsPage } from './year-targets';
import { feedbackMobilePage, yearFeedbacksPage } from './year-feedbacks';

export const FEEDBACK_PAGES: readonly PageSeed[] = [yearFeedbacksPage, feedbackMobilePage, yearTargetsPage];
