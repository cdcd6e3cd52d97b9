export { HxReviewInboxBlockModel } from './HxReviewInboxBlockModel';
export { HxReviewTimelineBlockModel } from './HxReviewTimelineBlockModel';
export { HxSupervisionBlockModel } from './HxSupervisionBlockModel';
