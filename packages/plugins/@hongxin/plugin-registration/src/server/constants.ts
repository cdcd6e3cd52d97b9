export { SERVICE_CLASS_DICTIONARY } from '../shared/offers';

/** Package name: the plugin's name, its locale namespace and the owner of its seeds. */
export const REGISTRATION = '@hongxin/plugin-registration';

export const UNITS = 'hxUnits';
export const MEMBER_REGISTRATIONS = 'hxMemberRegistrations';

/** Number series of the plugin. */
export const REGISTRATION_NUMBERS = 'memberRegistration';
export const RECEIPT_NUMBERS = 'memberRegistrationReceipt';
/** 单位报到. */
export const UNIT_REGISTRATIONS = 'hxUnitRegistrations';

/** Number series. */
export const UNIT_REGISTRATION_NUMBERS = 'unitRegistration';
export const UNIT_RECEIPT_NUMBERS = 'unitRegistrationReceipt';
export const NEEDS = 'hxNeeds';
export const RESOURCES = 'hxResources';
export const CO_PROJECTS = 'hxCoProjects';
export const SERVICE_POSTS = 'hxServicePosts';
export const CLAIMS = 'hxClaims';
export const SERVICE_RECORDS = 'hxServiceRecords';
/** 年度反馈. */
export const YEAR_FEEDBACKS = 'hxYearFeedbacks';
/** 年度目标. */
export const YEAR_TARGETS = 'hxYearTargets';
