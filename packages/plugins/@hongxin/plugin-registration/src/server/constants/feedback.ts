/** 年度反馈. */
export const YEAR_FEEDBACKS = 'hxYearFeedbacks';
