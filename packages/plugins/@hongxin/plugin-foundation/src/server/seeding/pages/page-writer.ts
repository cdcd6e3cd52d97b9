import type { Application } from '@nocobase/server';
import type { AccessDeclarations } from '../../access/declarations';
import type { PageSeed } from '../../domain';
import { callFlowSurfaces } from '../flow-surfaces';
import { flowModels } from '../flow-models';
import { setColumnWidths } from './column-widths';
import {
  addOwnActions,
  namePopups,
  putOwnBlocks,
  removeUnwanted,
  setFieldSteps,
  showPersonalFields,
} from './own-parts';
import { nodesOf, readPage } from './page-nodes';
import { prepareBlueprint } from './prepare-blueprint';
import { relationsOf, removeStandIns } from './relation-popups';

/**
 * Fills a page, new or to be replaced, with what its seed says. The menu item, its place and the page's address stay.
 * @param schemaUid `desktopRoutes.schemaUid` of the page
 */
export async function writePage(
  app: Application,
  access: AccessDeclarations,
  schemaUid: string,
  seed: PageSeed,
): Promise<void> {
  const { db } = app;
  const models = flowModels(db);
  const blueprint = prepareBlueprint(seed, relationsOf(db));
  await callFlowSurfaces(app, 'applyBlueprint', {
    version: '1',
    mode: 'replace',
    target: { pageSchemaUid: schemaUid },
    ...blueprint,
  });
  const page = await readPage(db, schemaUid);
  if (!page) throw new Error(`page ${seed.key} disappeared while it was written`);
  const nodes = nodesOf(page);
  const holders = await addOwnActions(models, nodes, seed);
  await removeUnwanted(models, nodes, holders);
  await removeStandIns(models, nodes);
  await putOwnBlocks(models, nodes, seed);
  await setFieldSteps(models, nodes, seed);
  await showPersonalFields(models, nodes, (...field) => access.isRevealable(...field));
  const written = nodesOf((await readPage(db, schemaUid)) ?? page);
  await setColumnWidths(db, models, written, (collection, field) => access.maskOf(collection, field));
  await namePopups(models, written);
}
