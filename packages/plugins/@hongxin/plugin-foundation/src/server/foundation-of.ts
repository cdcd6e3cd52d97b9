import type { Application } from '@nocobase/server';
import { FOUNDATION } from './name';
import type PluginFoundation from './plugin';

/**
 * The running foundation of an application.
 * @throws when the foundation is not enabled: a domain plugin cannot work without it
 */
export function foundationOf(app: Application): PluginFoundation {
  const plugin = app.pm.get(FOUNDATION) as PluginFoundation | undefined;
  if (!plugin) throw new Error(`${FOUNDATION} must be enabled before the plugins that build on it`);
  return plugin;
}
