export { MEMBER_REGISTRATIONS, REGISTRATION, UNITS } from './constants';
export { PluginRegistration, default } from './plugin';
export { PRIVACY_NOTICE } from './privacy-notice';
export { memberRegistration } from './processes/member-registration';
