import { refuse } from '../errors';
import { action, type ActionsOfResource } from '../own-actions';
import type { Pieces } from './pieces';

/** Name of the permission in NocoBase's role settings ("plugin settings"); a slash in it would keep `pm.*` from matching. */
export const SEEDS_SNIPPET = 'pm.hongxin.seeds';

/**
 * `GET hxSeeds:list` — every seeded piece with its state;
 * `POST hxSeeds:reapply/<id>` — puts the shipped version in the place of an edited or deleted piece.
 * Both are for whoever may configure plugins; nobody writes hxSeeds itself.
 */
export const seedActions = (pieces: () => Pieces): ActionsOfResource => ({
  list: action({ right: SEEDS_SNIPPET }, () => pieces().list()),
  reapply: action({ right: SEEDS_SNIPPET, record: 'key' }, async ({ id }) => {
    const found = await pieces().reapply(id);
    if (!found) throw refuse(404, 'RECORD_NOT_FOUND');
    return { done: found };
  }),
});
