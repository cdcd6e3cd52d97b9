export { HxMemberUploadBlockModel } from './HxMemberUploadBlockModel';
export { HxBalanceBlockModel } from './HxBalanceBlockModel';
