import { selectRows, SYSTEM, type Services } from '@hongxin/plugin-foundation';
import { chinaDay } from '@hongxin/rules/mechanism';
import { NEEDS } from '../constants';

/** How long after the day it was wanted by a published need that nobody took stays on the list, in days [default]. */
const GRACE_DAYS = 30;

/** Published needs that nobody took on in time expire; the community sees them among all needs and may raise them anew. */
export async function expireNeeds({ db, performMany }: Services, now: Date): Promise<number> {
  const before = chinaDay(new Date(now.getTime() - GRACE_DAYS * 86_400_000));
  const rows = await selectRows<{ id: string }>(
    { db },
    `SELECT id::text AS id FROM {hxNeeds} WHERE state = 'published' AND "wantedBy" < :before`,
    { before },
  );
  const items = rows.map(({ id }) => ({ recordId: id, actor: SYSTEM, now }));
  await performMany({ collection: NEEDS, transition: 'expire', items });
  return rows.length;
}
