export const SERVICE_POSTS = 'hxServicePosts';
export const CLAIMS = 'hxClaims';
export const SERVICE_RECORDS = 'hxServiceRecords';
/** Dictionary whose items are the classes of service (8 to begin with, administrators add more). */
export const SERVICE_CLASS_DICTIONARY = 'servicePostClass';
