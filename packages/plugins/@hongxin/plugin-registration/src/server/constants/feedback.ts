/** 年度反馈. */
export const YEAR_FEEDBACKS = 'hxYearFeedbacks';
/** 年度目标. */
export const YEAR_TARGETS = 'hxYearTargets';
