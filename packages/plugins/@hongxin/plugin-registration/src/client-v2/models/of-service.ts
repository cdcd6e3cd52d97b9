export { HxCorrectRecordActionModel } from './HxCorrectRecordActionModel';
export { HxMyHoursBlockModel } from './HxMyHoursBlockModel';
export { HxOpenPostsBlockModel } from './HxOpenPostsBlockModel';
export { HxVerifyRecordsBlockModel } from './HxVerifyRecordsBlockModel';
