export const SERVICE_POSTS = 'hxServicePosts';
export const CLAIMS = 'hxClaims';
export const SERVICE_RECORDS = 'hxServiceRecords';
export { SERVICE_CLASS_DICTIONARY } from '../../shared/offers';
