import { selectRows } from '@hongxin/plugin-foundation';
import type { Context } from '@nocobase/actions';
import type { AreaChoice } from '../../shared/answers';
import { withinRanges, type CallerRanges } from '../common/caller-scope';

const COMMUNITY_DIGITS = 12;
const LEVEL_DIGITS = 3;
const DEEPEST_DIGITS = 18;
const MOST_CHOICES = 500;

/** Communities and above, and for who is in charge of less, estates and below; in the order of the hierarchy. */
export async function areaChoices(ctx: Context, ranges: CallerRanges): Promise<AreaChoice[]> {
  const { sql, replacements } = withinRanges('code', ranges);
  const deepest = Math.max(COMMUNITY_DIGITS, ...(ranges ?? []).map(({ from }) => from.length + LEVEL_DIGITS));
  return selectRows<AreaChoice>(
    { db: ctx.db },
    `SELECT code, name, level FROM {hxAreas} WHERE ${sql} AND length(code) <= :deepest ORDER BY code LIMIT :most`,
    { ...replacements, deepest: Math.min(deepest, DEEPEST_DIGITS), most: MOST_CHOICES },
  );
}
