import { actsForThemselves, currentIdentity } from '@hongxin/plugin-foundation';
import type { Application } from '@nocobase/server';
import { CLAIMS, CO_PROJECTS } from '../../constants';

/**
 * As what the caller takes needs on, by the rights their roles give: who makes projects of their own acts for a unit, who makes
 * claims of their own for themselves. Those in charge of places enter both for others, and take nothing on.
 */
export function claimantOf(app: Application): 'unit' | 'member' | null {
  if (!currentIdentity()?.userId) return null;
  if (actsForThemselves(app, CO_PROJECTS, 'create')) return 'unit';
  return actsForThemselves(app, CLAIMS, 'create') ? 'member' : null;
}
