export * from './area-allocation';
export * from './area-code';
export * from './area-range';
export * from './balance';
export * from './birth-year';
export * from './blank';
export * from './china-moment';
export * from './credit-code';
export * from './day-text';
export * from './describe-feedback';
export * from './duration';
export * from './compare-feedback';
export * from './reasons-once';
export * from './objection-time';
export * from './describe-reason';
export * from './dictionaries';
export * from './dictionary-choices';
export * from './dictionary-item';
export * from './identity-number';
export * from './iso-date';
export * from './masking';
export * from './need-matching';
export * from './number-pattern';
export * from './numbering';
export * from './organization';
export * from './password';
export * from './phone';
export * from './post-term';
export * from './process';
export * from './process-check';
export * from './process-view';
export * from './programme';
export * from './quota';
export * from './reason';
export * from './redact-identifiers';
export * from './receipt';
export * from './registration';
export * from './roll-upload';
export * from './unit-registration';
export * from './seen-text';
export * from './sheet-texts';
export * from './service-hours';
export * from './service-places';
export * from './review-check';
export * from './review-deadline';
export * from './review-labels';
export * from './review-place';
export * from './review-timeout';
export * from './review-votes';
export * from './well-formed';
export { DEFAULT_WORKING_HOURS, makeCalendar, type WorkingCalendar, type WorkingHours } from './working-calendar';
export * from './working-pauses';
export {
  addWorkingDays,
  addWorkingMinutes,
  endOfWorkingPeriod,
  pointAtShare,
  workingDaysBetween,
  workingMinutesBetween,
  type DaysAnswer,
  type MinutesAnswer,
  type MomentAnswer,
} from './working-time';
export * from './year-feedback';
export * from './year-targets';
export * from './brand-colours';
export * from './join-reasons';
