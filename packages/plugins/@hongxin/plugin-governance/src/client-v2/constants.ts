export const NAMESPACE = '@hongxin/plugin-governance';
