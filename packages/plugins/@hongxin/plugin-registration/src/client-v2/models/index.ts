export { HxRegistrationReceiptBlockModel } from './HxRegistrationReceiptBlockModel';
