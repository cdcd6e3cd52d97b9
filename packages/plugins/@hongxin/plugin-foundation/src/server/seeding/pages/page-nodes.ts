import type Database from '@nocobase/database';
import type { Model } from '@nocobase/database';
import { flowModels, walk, type FlowNode } from '../flow-models';

export interface PageTab {
  route: Model;
  grid: FlowNode | null;
}

/** A stored page: its menu route, its own node and the grids of its tabs. */
export interface StoredPage {
  route: Model;
  page: FlowNode | null;
  tabs: PageTab[];
}

/** @returns the page with this `desktopRoutes.schemaUid`, or null when the administrator has deleted it */
export async function readPage(db: Database, schemaUid: string): Promise<StoredPage | null> {
  const routes = db.getRepository('desktopRoutes');
  const route: Model | null = await routes.findOne({ filter: { schemaUid } });
  if (!route) return null;
  const models = flowModels(db);
  const page = await models.findModelByParentId(schemaUid, { subKey: 'page', includeAsyncNode: true });
  const tabRoutes: Model[] = await routes.find({
    filter: { parentId: route.get('id') as number },
    sort: ['sort', 'id'],
  });
  const tabs: PageTab[] = [];
  for (const tabRoute of tabRoutes) {
    const grid = await models.findModelByParentId(String(tabRoute.get('schemaUid')), {
      subKey: 'grid',
      includeAsyncNode: true,
    });
    tabs.push({ route: tabRoute, grid });
  }
  return { route, page, tabs };
}

/** Every node of the page's tabs, popups inside them included. */
export function nodesOf(page: StoredPage): FlowNode[] {
  return page.tabs.flatMap((tab) => (tab.grid ? [...walk(tab.grid)] : []));
}
