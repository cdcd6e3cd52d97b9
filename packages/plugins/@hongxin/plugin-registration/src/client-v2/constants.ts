export const NAMESPACE = '@hongxin/plugin-registration';
export const MEMBER_REGISTRATIONS = 'hxMemberRegistrations';
export const UNIT_REGISTRATIONS = 'hxUnitRegistrations';
export const YEAR_FEEDBACKS = 'hxYearFeedbacks';
export const NEEDS = 'hxNeeds';
export const SERVICE_RECORDS = 'hxServiceRecords';
export const UNITS = 'hxUnits';
