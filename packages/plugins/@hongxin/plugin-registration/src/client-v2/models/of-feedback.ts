export { HxFeedbackExplanationBlockModel } from './HxFeedbackExplanationBlockModel';
export { HxFeedbackYearBlockModel } from './HxFeedbackYearBlockModel';
