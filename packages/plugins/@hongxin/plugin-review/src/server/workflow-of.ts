import type { Application } from '@nocobase/server';
import type PluginWorkflowServer from '@nocobase/plugin-workflow';

/** NocoBase's workflow plugin, whose registries and queue this plugin uses. */
export function workflowOf(app: Application): PluginWorkflowServer {
  return app.pm.get('workflow') as PluginWorkflowServer;
}
