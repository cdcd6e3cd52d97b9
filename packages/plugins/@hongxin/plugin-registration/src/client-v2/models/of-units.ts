export { HxMemberUploadBlockModel } from './HxMemberUploadBlockModel';
export { HxOverloadNoteBlockModel } from './HxOverloadNoteBlockModel';
export { HxBalanceBlockModel } from './HxBalanceBlockModel';
export { HxEndLiaisonActionModel } from './HxEndLiaisonActionModel';
