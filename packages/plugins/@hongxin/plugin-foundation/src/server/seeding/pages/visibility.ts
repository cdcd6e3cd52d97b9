import type Database from '@nocobase/database';
import type { Model } from '@nocobase/database';
import type { SeedLedger } from '../ledger';
import { mark, markOf } from './menu';

/** Takes a plugin's pages out of the menus, and groups that are empty then. Pages already hidden stay the administrator's. */
export async function hideMenus(db: Database, ledger: SeedLedger, pluginName: string): Promise<void> {
  for (const route of await routesOf(db, ledger, pluginName)) await hide(route);
  for (const group of await groups(db)) {
    const items: Model[] = await db
      .getRepository('desktopRoutes')
      .find({ filter: { parentId: group.get('id') as number } });
    if (items.length > 0 && items.every((item) => item.get('hideInMenu'))) await hide(group);
  }
}

/** Brings back what `hideMenus` took away, and nothing else. */
export async function showMenus(db: Database, ledger: SeedLedger, pluginName: string): Promise<void> {
  const pages = await routesOf(db, ledger, pluginName);
  const parents = new Set(pages.map((page) => page.get('parentId')));
  const groupsOfPages = (await groups(db)).filter((group) => parents.has(group.get('id')));
  for (const route of [...pages, ...groupsOfPages]) {
    if (!markOf(route).hiddenWithPlugin) continue;
    await route.update({ hideInMenu: false });
    await mark(route, { hiddenWithPlugin: false });
  }
}

async function hide(route: Model): Promise<void> {
  if (route.get('hideInMenu')) return;
  await route.update({ hideInMenu: true });
  await mark(route, { hiddenWithPlugin: true });
}

async function routesOf(db: Database, ledger: SeedLedger, pluginName: string): Promise<Model[]> {
  const entries = await ledger.list({ plugin: pluginName, kind: 'page' });
  const uids = entries.flatMap((entry) => entry.uid ?? []);
  return db.getRepository('desktopRoutes').find({ filter: { schemaUid: { $in: uids } } });
}

async function groups(db: Database): Promise<Model[]> {
  const all: Model[] = await db.getRepository('desktopRoutes').find({ filter: { type: 'group' } });
  return all.filter((route) => markOf(route).group);
}
