import type { Application } from '@nocobase/server';
import { GOVERNANCE } from './constants';
import type PluginGovernance from './plugin';

/**
 * The running governance plugin, for others that add figures to the overview.
 * @throws when it is not enabled
 */
export function governanceOf(app: Application): PluginGovernance {
  const plugin = app.pm.get(GOVERNANCE) as PluginGovernance | undefined;
  if (!plugin) throw new Error(`${GOVERNANCE} must be enabled before the plugins that build on it`);
  return plugin;
}
