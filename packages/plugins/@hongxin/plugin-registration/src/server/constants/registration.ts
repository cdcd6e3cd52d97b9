/** Package name: the plugin's name, its locale namespace and the owner of its seeds. */
export const REGISTRATION = '@hongxin/plugin-registration';

export const UNITS = 'hxUnits';
export const MEMBER_REGISTRATIONS = 'hxMemberRegistrations';

/** Number series of the plugin. */
export const REGISTRATION_NUMBERS = 'memberRegistration';
export const RECEIPT_NUMBERS = 'memberRegistrationReceipt';
