export const FOUNDATION = '@hongxin/plugin-foundation';
