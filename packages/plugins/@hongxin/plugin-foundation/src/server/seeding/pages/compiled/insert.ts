import type Database from '@nocobase/database';
import type { Model } from '@nocobase/database';
import { uid } from '@nocobase/utils';
import { flowModels } from '../../flow-models';
import { insertTree } from '../../flow-tree';
import { readPage } from '../page-nodes';
import { withUids, type CompiledPage, type CompiledTab } from './snapshot';

/** Fills a new, empty page with a compiled one; the result equals what the blueprint would have made. */
export async function insertCompiled(db: Database, schemaUid: string, compiled: CompiledPage): Promise<void> {
  const stored = await readPage(db, schemaUid);
  if (!stored?.page) throw new Error('the new page is missing');
  await stored.route.update({ ...compiled.route });
  const { props, stepParams } = structuredClone(compiled.page);
  await flowModels(db).upsertModel({
    uid: stored.page.uid,
    props: { ...props, routeId: stored.route.get('id') },
    stepParams,
  });
  const [first] = stored.tabs;
  if (first?.grid) await flowModels(db).remove(first.grid.uid);
  for (const [index, tab] of compiled.tabs.entries()) {
    const route = index === 0 && first ? first.route : await createTab(db, stored.route);
    await fillTab(db, route, tab, { sort: index + 1, hidden: compiled.route.enableTabs !== true });
  }
}

async function createTab(db: Database, page: Model): Promise<Model> {
  const layouts = (await db
    .getRepository('desktopRoutes')
    .findOne({ filterByTk: page.get('id') as number, appends: ['uiLayouts'] })) as Model;
  const uiLayouts = ((layouts.get('uiLayouts') ?? []) as Model[]).map((layout) => layout.get('uid'));
  const values = { type: 'tabs', parentId: page.get('id'), schemaUid: uid(), tabSchemaName: uid(), uiLayouts };
  return db.getRepository('desktopRoutes').create({ values });
}

async function fillTab(
  db: Database,
  route: Model,
  tab: CompiledTab,
  place: { sort: number; hidden: boolean },
): Promise<void> {
  const options = {
    ...(route.get('options') as object | null),
    ...(tab.documentTitle ? { documentTitle: tab.documentTitle } : {}),
    flowRegistry: {},
  };
  await route.update({ title: tab.title, icon: tab.icon, options, ...place });
  if (!tab.grid) return;
  const grid = withUids(tab.grid, () => uid());
  const below = { parentId: String(route.get('schemaUid')), subKey: 'grid', subType: 'object' } as const;
  await db.sequelize.transaction((transaction) => insertTree(db, grid, below, transaction));
}
