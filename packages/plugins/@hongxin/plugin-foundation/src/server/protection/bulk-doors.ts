import type { Context, Next } from '@nocobase/actions';
import { refuse } from '../errors';

const LINKS = new Set(['set', 'add', 'remove', 'toggle']);

/**
 * A field is taken off its collection by `collections/x/fields:set` and `:remove` in one statement, which no hook of a row
 * hears of: for a collection that code defines these are closed. A field of an administrator's is deleted as ever.
 */
export function fieldLinksGuard(isCodeCollection: (name: string) => boolean) {
  return async (ctx: Context, next: Next): Promise<void> => {
    const { resourceName, actionName, sourceId } = ctx.action ?? {};
    const collection = String(sourceId);
    if (resourceName === 'collections.fields' && LINKS.has(String(actionName)) && isCodeCollection(collection))
      throw refuse(403, 'CODE_COLLECTION_PROTECTED', { collection });
    await next();
  };
}
