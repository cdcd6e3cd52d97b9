import type { Context, Next } from '@nocobase/actions';
import type { Model } from '@nocobase/database';
import { refuse } from '../../errors';
import { currentIdentity } from '../../identity';

/**
 * NocoBase asks this action whether a file may be fetched by where it lies (`/storage/uploads/…`), and says yes to whoever
 * is signed in. Nothing of the pack is shown by such an address, files go through `/files/…` and their guard; so only
 * administrators have this door, and for everybody else there is nothing behind it but the logo, which every page shows.
 */
export async function uploadsGuard(ctx: Context, next: Next): Promise<void> {
  const isAsked = ctx.action?.resourceName === 'auth' && ctx.action.actionName === 'checkLegacyFileAccess';
  if (isAsked && !currentIdentity()?.isAdministrator) {
    // NocoBase's nginx asks the action itself, about the address it names, and takes 401 and 403 only for a no; of whoever asks
    // for the file itself such a name is not believed
    const isQuestion = ctx.originalUrl.includes(':checkLegacyFileAccess');
    if (await isLogo(ctx, isQuestion ? ctx.get('x-original-uri') : ctx.originalUrl)) return next();
    throw isQuestion ? refuse(403, 'NOT_PERMITTED') : refuse(404, 'RECORD_NOT_FOUND');
  }
  await next();
}

/** Whether the address is the one that the system settings give for the logo. */
async function isLogo(ctx: Context, asked: string): Promise<boolean> {
  const settings: Model | null = await ctx.db.getRepository('systemSettings').findOne({ appends: ['logo'] });
  const logo = settings?.get('logo') as Model | null | undefined;
  const filename: unknown = logo?.get('filename');
  if (typeof filename !== 'string' || filename === '') return false;
  const folder: unknown = logo?.get('path');
  const place = [folder, filename].filter((part) => typeof part === 'string' && part !== '').join('/');
  return asked.split('?')[0].endsWith(`/storage/uploads/${place}`);
}
