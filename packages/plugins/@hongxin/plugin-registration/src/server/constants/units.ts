/** 单位报到. */
export const UNIT_REGISTRATIONS = 'hxUnitRegistrations';

/** Number series. */
export const UNIT_REGISTRATION_NUMBERS = 'unitRegistration';
export const UNIT_RECEIPT_NUMBERS = 'unitRegistrationReceipt';
