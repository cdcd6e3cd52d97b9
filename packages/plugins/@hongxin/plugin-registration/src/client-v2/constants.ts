export const NAMESPACE = '@hongxin/plugin-registration';
export const MEMBER_REGISTRATIONS = 'hxMemberRegistrations';
