import type { Context, Next } from '@nocobase/actions';
import type { Plugin } from '@nocobase/server';
import type { Pieces } from './pieces';

/** Name of the permission in NocoBase's role settings ("plugin settings"); a slash in it would keep `pm.*` from matching. */
export const SEEDS_SNIPPET = 'pm.hongxin.seeds';

/**
 * `GET hxSeeds:list` — every seeded piece with its state;
 * `POST hxSeeds:reapply/<id>` — puts the shipped version in the place of an edited or deleted piece.
 * Both are for whoever may configure plugins; nobody writes hxSeeds itself.
 */
export function registerSeedActions(plugin: Plugin, pieces: () => Pieces): void {
  const { acl, resourceManager } = plugin.app;
  resourceManager.define({
    name: 'hxSeeds',
    only: ['list', 'reapply'],
    actions: {
      list: async (ctx: Context, next: Next) => {
        ctx.body = await pieces().list();
        await next();
      },
      reapply: async (ctx: Context, next: Next) => {
        const found = await pieces().reapply(ctx.action.params.filterByTk as string);
        if (!found) ctx.throw(404, 'there is no seeded piece with this id');
        ctx.body = { done: found };
        await next();
      },
    },
  });
  acl.registerSnippet({ name: SEEDS_SNIPPET, actions: ['hxSeeds:list', 'hxSeeds:reapply', 'hxDepartures:list'] });
}
