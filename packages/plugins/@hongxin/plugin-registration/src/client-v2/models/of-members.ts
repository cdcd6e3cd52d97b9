export { HxRegistrationReceiptBlockModel } from './HxRegistrationReceiptBlockModel';
export { HxMemberHomeBlockModel } from './HxMemberHomeBlockModel';
