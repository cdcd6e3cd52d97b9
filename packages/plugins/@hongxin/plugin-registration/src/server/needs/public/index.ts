import { action, body, clock, selectRows, type ActionsOfResource, type Job } from '@hongxin/plugin-foundation';
import type Database from '@nocobase/database';
import { addressOf } from './address';
import { ASK_BY_ADDRESS, requireAttempt, purgeAttempts } from './attempts';
import { followAction, rateAction, withdrawAction } from './follow';
import { newQuestion } from './question';
import { raiseAction } from './raise';

/** Places a resident may name; what is written on every gate. */
const MAX_AREAS = 50;

/** `hxPublicNeeds:question`: the sum to answer. */
const questionAction = action({ right: 'public' }, async ({ ctx }) => {
  const now = clock.now();
  await requireAttempt(ASK_BY_ADDRESS, addressOf(ctx), now, { db: ctx.db });
  return newQuestion(ctx.get('x-locale').toLowerCase().startsWith('en') ? 'en' : 'zh', now);
});

const SEARCH = { search: body.optional(body.text({ zh: '搜索的地点', en: 'place looked for' }, 1000)) };

/** `hxPublicNeeds:areas?search=…`: communities and estates by name, to choose where the need is. */
const areasAction = action({ right: 'public', query: SEARCH }, ({ ctx, query }) => {
  const search = (query.search ?? '').trim().slice(0, 30);
  return selectRows(
    { db: ctx.db },
    `SELECT a.id::text AS id, a.name, a.level, p.name AS parent FROM {hxAreas} a LEFT JOIN {hxAreas} p ON p.id = a."parentId"
     WHERE a.level IN ('community', 'estate') AND (:search = '' OR position(:search in a.name) > 0)
     ORDER BY length(a.code), a.code LIMIT ${MAX_AREAS}`,
    { search },
  );
});

/** Actions of the resource `hxPublicNeeds`, open to everybody: residents raise needs and follow them by a code. */
export const publicNeedActions: ActionsOfResource = {
  question: questionAction,
  areas: areasAction,
  raise: raiseAction,
  follow: followAction,
  rate: rateAction,
  withdraw: withdrawAction,
};

/** Digests the public page counts by are forgotten at night. */
export const purgeOfAttempts = (db: Database): Job => ({
  name: 'registration.purgeAttempts',
  at: '0 23 3 * * *',
  run: (now) => purgeAttempts(now, { db }),
});
