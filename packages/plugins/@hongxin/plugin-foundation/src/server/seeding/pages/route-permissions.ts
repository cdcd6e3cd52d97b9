import type Database from '@nocobase/database';
import type { Model } from '@nocobase/database';

/**
 * Lets roles see a page: its route, its tabs and the groups above it. Roles that do not exist yet are passed over;
 * the plugin that brings them applies its seeds later.
 */
export async function grantPage(db: Database, route: Model, roles: readonly string[]): Promise<void> {
  const existing: Model[] = await db.getRepository('roles').find({ filter: { name: { $in: [...roles] } } });
  const routes = await withRelatives(db, route);
  const repository = db.getRepository('rolesDesktopRoutes');
  for (const role of existing) {
    for (const desktopRouteId of routes) {
      const values = { roleName: role.get('name'), desktopRouteId };
      await repository.firstOrCreate({ values, filterKeys: ['roleName', 'desktopRouteId'] });
    }
  }
}

/**
 * NocoBase gives every new menu to roles with `allowNewMenu`, and its default role `member` has that from the start:
 * a user nobody has given a role would see our menus. A page's first permissions are the seed's.
 */
export async function withholdFromDefaultRole(db: Database, route: Model, roles: readonly string[]): Promise<void> {
  const defaults: Model[] = await db.getRepository('roles').find({ filter: { default: true } });
  const withheld = [...new Set(['member', ...defaults.map((role) => String(role.get('name')))])].filter(
    (name) => !roles.includes(name),
  );
  const routes = await withRelatives(db, route);
  await db
    .getRepository('rolesDesktopRoutes')
    .destroy({ filter: { roleName: { $in: withheld }, desktopRouteId: { $in: routes } } });
}

async function withRelatives(db: Database, route: Model): Promise<number[]> {
  const routes = db.getRepository('desktopRoutes');
  const ids = [route.get('id') as number];
  const tabs: Model[] = await routes.find({ filter: { parentId: ids[0] } });
  let parentId = route.get('parentId') as number | null;
  while (parentId) {
    ids.push(parentId);
    const parent: Model | null = await routes.findOne({ filterByTk: parentId });
    parentId = (parent?.get('parentId') as number | null) ?? null;
  }
  return [...ids, ...tabs.map((tab) => tab.get('id') as number)];
}
