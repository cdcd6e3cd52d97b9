import type { Context, Next } from '@nocobase/actions';
import { refuse } from '../../errors';
import { currentIdentity } from '../../identity';

/**
 * NocoBase asks this action whether a file may be fetched by where it lies (`/storage/uploads/…`), and says yes to whoever
 * is signed in. Nothing of the pack is shown by such an address, files go through `/files/…` and their guard; so only
 * administrators have this door, and for everybody else there is nothing behind it.
 */
export async function uploadsGuard(ctx: Context, next: Next): Promise<void> {
  const isAsked = ctx.action?.resourceName === 'auth' && ctx.action.actionName === 'checkLegacyFileAccess';
  if (isAsked && !currentIdentity()?.isAdministrator) {
    // NocoBase's nginx asks the action itself, and takes 401 and 403 only for a no
    const isQuestion = ctx.originalUrl.includes(':checkLegacyFileAccess');
    throw isQuestion ? refuse(403, 'NOT_PERMITTED') : refuse(404, 'RECORD_NOT_FOUND');
  }
  await next();
}
