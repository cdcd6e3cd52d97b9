import { refuse } from '@hongxin/plugin-foundation';
import { chinaDay } from '@hongxin/rules/mechanism';
import type { Model } from '@nocobase/database';
import { DELEGATIONS } from '../../shared/constants';
import type { ReviewTools } from '../steps/tools';

interface Declared {
  userId: number;
  deputyId: number;
  startsOn: string;
  endsOn: string | null;
  processes: string[];
}

/**
 * A delegation that is over before it begins, or that says again what one in force says, is a slip.
 * @throws Refusal 400
 */
export async function requireNewMandate(tools: ReviewTools, declared: Declared): Promise<void> {
  const { userId, deputyId, startsOn, endsOn, processes } = declared;
  const today = chinaDay(tools.clock.now());
  if (endsOn !== null && endsOn >= startsOn && endsOn < today)
    throw refuse(400, 'DELEGATION_PAST', { endsOn, today }, 'endsOn');
  const rows: Model[] = await tools.db.getRepository(DELEGATIONS).find({
    filter: {
      $and: [
        { userId, deputyId, state: 'active' },
        { $or: [{ endsOn: null }, { endsOn: { $gte: startsOn } }] },
        ...(endsOn === null ? [] : [{ startsOn: { $lte: endsOn } }]),
      ],
    },
  });
  const twice = rows.find((row) => overlaps((row.get('processes') as string[] | null) ?? [], processes));
  if (twice)
    throw refuse(400, 'DELEGATION_TWICE', {
      startsOn: String(twice.get('startsOn')),
      endsOn: (twice.get('endsOn') as string | null) ?? OPEN_END,
    });
}

const OPEN_END = { zh: '撤销为止', en: 'its revocation' };

/** No processes are all processes. */
const overlaps = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === 0 || others.length === 0 || some.some((key) => others.includes(key));
