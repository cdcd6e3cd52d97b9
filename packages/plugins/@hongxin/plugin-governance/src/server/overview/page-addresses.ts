import type Database from '@nocobase/database';
import { selectRows } from '@hongxin/plugin-foundation';

/** Where the pack's pages are, and their tabs. */
export interface PageAddresses {
  /**
   * @param key the page was seeded under
   * @param tab title of a tab, as seeded; where the administrator has renamed or deleted it, the page opens
   * @returns null where the administrator has deleted the page
   */
  of(key: string, tab?: string): string | null;
}

export async function pageAddresses(db: Database): Promise<PageAddresses> {
  if (!db.hasCollection('hxSeeds')) return { of: () => null };
  const pages = await selectRows<{ key: string; uid: string }>(
    { db },
    `SELECT "key", "uid" FROM {hxSeeds} WHERE kind = 'page' AND "uid" IS NOT NULL AND "status" <> 'removed'`,
  );
  const tabs = await selectRows<{ page: string; title: string; uid: string }>(
    { db },
    `SELECT p."schemaUid" AS page, t.title, t."schemaUid" AS uid
     FROM {desktopRoutes} t JOIN {desktopRoutes} p ON p.id = t."parentId"
     WHERE t.type = 'tabs' AND t.hidden IS NOT TRUE AND p."schemaUid" IN (:pages)`,
    { pages: pages.map(({ uid }) => uid).concat('') },
  );
  const uids = new Map(pages.map(({ key, uid }) => [key, uid]));
  const tabUids = new Map(tabs.map(({ page, title, uid }) => [`${page}/${title}`, uid]));
  return {
    of(key, tab) {
      const page = uids.get(key);
      if (page === undefined) return null;
      const tabUid = tab === undefined ? undefined : tabUids.get(`${page}/${tab}`);
      return tabUid === undefined ? `/admin/${page}` : `/admin/${page}/tab/${tabUid}`;
    },
  };
}
