import { refuse, selectRows, type Scope } from '@hongxin/plugin-foundation';
import type { MatchWish } from '@hongxin/rules/registration';

/** A need as the matching sees it. */
export interface NeedWish extends MatchWish {
  title: string;
  state: string;
  areaCode: string;
}

/** @throws Refusal 404 when there is no such need */
export async function readWish(id: string, scope: Scope): Promise<NeedWish> {
  const [need] = await selectRows<NeedWish>(
    scope,
    `SELECT d.code AS "serviceClass", coalesce(n.skills, '[]'::jsonb) AS skills, coalesce(n.times, '[]'::jsonb) AS times,
       n."areaCode", n."wantedBy"::text AS "wantedBy", n.title, n.state
     FROM {hxNeeds} n LEFT JOIN {hxDictionaryItems} d ON d.id = n."serviceClassId" WHERE n.id = :id`,
    { id },
  );
  if (!need) throw refuse(404, 'RECORD_NOT_FOUND');
  return need;
}
