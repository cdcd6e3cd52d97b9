import type { Application } from '@nocobase/server';
import { REVIEW } from '../shared/constants';
import type PluginReview from './plugin';

/**
 * The running review plugin, for others that register rules of their own.
 * @returns undefined when it is not enabled: reviews are an addition, nobody depends on them being there
 */
export function reviewOf(app: Application): PluginReview | undefined {
  const plugin = app.pm.get(REVIEW) as PluginReview | undefined;
  return plugin?.enabled ? plugin : undefined;
}
