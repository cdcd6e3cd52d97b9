export const NAMESPACE = '@hongxin/plugin-foundation';
