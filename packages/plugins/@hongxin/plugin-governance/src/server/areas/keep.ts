import type { Scope } from '@hongxin/plugin-foundation';
import { subtreeRange } from '@hongxin/rules/mechanism';
import type { Model } from '@nocobase/database';
import { countedIn } from '../common/in-use';
import { isPlaced } from './place-records';

/** The areas below an area, and everything that lies in it. */
export async function whatLiesIn(scope: Scope, area: Model): Promise<string[]> {
  const range = { ...subtreeRange(String(area.get('code'))) };
  const below = { ...range, id: area.get('id') };
  const blockers = await countedIn(scope, 'hxAreas', 'code >= :from AND code < :to AND id <> :id', below);
  for (const { name } of scope.db.collections.values()) {
    if (name === 'hxEvents' || !isPlaced(scope.db, name)) continue;
    blockers.push(...(await countedIn(scope, name, '"areaCode" >= :from AND "areaCode" < :to', range)));
  }
  return blockers;
}
