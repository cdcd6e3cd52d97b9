export { MEMBER_REGISTRATIONS, REGISTRATION, UNIT_REGISTRATIONS, UNITS, YEAR_FEEDBACKS } from './constants';
export { makeFeedbacks } from './year-feedbacks/make';
export { readCounting } from './year-feedbacks/counting';
export { PluginRegistration, default } from './plugin';
export { PRIVACY_NOTICE } from './members/privacy-notice';
export { memberRegistration } from './members/process';
export { unitRegistration } from './unit-registrations/process';
export { yearFeedbackProcess } from './year-feedbacks/process';
