/** Package name: the plugin's name, its locale namespace and the owner of its seeds. */
export const GOVERNANCE = '@hongxin/plugin-governance';
