export { MEMBER_REGISTRATIONS, REGISTRATION, UNIT_REGISTRATIONS, UNITS, YEAR_FEEDBACKS } from './constants';
export { makeFeedbacks } from './feedback/make';
export { readCounting } from './feedback/counting';
export { PluginRegistration, default } from './plugin';
export { PRIVACY_NOTICE } from './privacy-notice';
export { memberRegistration } from './processes/member-registration';
export { unitRegistration } from './processes/unit-registration';
export { yearFeedbackProcess } from './processes/year-feedback';
