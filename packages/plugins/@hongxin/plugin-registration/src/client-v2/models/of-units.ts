export { HxMemberUploadBlockModel } from './HxMemberUploadBlockModel';
