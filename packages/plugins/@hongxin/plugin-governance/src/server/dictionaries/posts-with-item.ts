import { selectRows, type Scope } from '@hongxin/plugin-foundation';
import { titleOf } from '../common/in-use';

/** Posts that have an item among their duties or services: tables of links, which no key of a record shows. */
export async function countedPosts(scope: Scope, itemId: string): Promise<string[]> {
  const template = `SELECT count(*)::int AS count FROM {hxPosts} p
    WHERE EXISTS (SELECT 1 FROM {hxPostDuties} d WHERE d."postId" = p.id AND d."itemId" = :itemId)
       OR EXISTS (SELECT 1 FROM {hxPostServices} s WHERE s."postId" = p.id AND s."itemId" = :itemId)`;
  const [{ count }] = await selectRows<{ count: number }>(scope, template, { itemId });
  return count > 0 ? [`${titleOf(scope.db, 'hxPosts')} ${count}`] : [];
}
