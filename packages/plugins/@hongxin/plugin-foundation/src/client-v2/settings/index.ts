import { type Plugin } from '@nocobase/client-v2';

/** Adds the pack's pages to the plugin settings. */
export function registerSettingsPages(_plugin: Plugin): void {}
