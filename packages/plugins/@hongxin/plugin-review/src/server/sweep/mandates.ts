import { chinaDay } from '@hongxin/rules/mechanism';
import { Op, type Model } from '@nocobase/database';
import { STEPS, stepOf } from '../steps/rows';
import type { ReviewTools } from '../steps/tools';

/** Steps looked at in one minute [default]: whatever no event has told is made good as the sweep comes round. */
const A_MINUTE = 100;

const rounds = new WeakMap<object, { day: string; after: string }>();

/**
 * Tasks of those who may decide them no more: of deleted accounts at once, all of them when the city's day begins (terms of
 * office begin and end with it) and after a start, and otherwise some each minute.
 */
export async function handOverDue(tools: ReviewTools): Promise<void> {
  tools.mandates.changed({ orphans: true });
  const today = chinaDay(tools.clock.now());
  const round = rounds.get(tools.mandates);
  const isNewDay = round?.day !== today;
  const where = { state: 'pending', ...(isNewDay || !round ? {} : { id: { [Op.gt]: round.after } }) };
  const rows = (await tools.db.getModel(STEPS).findAll({
    where,
    order: [['id', 'ASC']],
    ...(isNewDay ? {} : { limit: A_MINUTE }),
  })) as Model[];
  const ids = rows.map((row) => stepOf(row).id);
  await tools.mandates.lookAt(ids);
  const isThrough = isNewDay || ids.length < A_MINUTE;
  rounds.set(tools.mandates, { day: today, after: isThrough ? '0' : (ids.at(-1) ?? '0') });
}
