import type Database from '@nocobase/database';
import type { AccessDeclarations } from '../../../access/declarations';
import type { PageSeed } from '../../../domain';
import { hashOf } from '../../hash';
import type { StoredPage } from '../page-nodes';
import { prepareBlueprint } from '../prepare-blueprint';
import { relationsOf } from '../relation-popups';
import { withNumbers, type CompiledPage } from './snapshot';

/**
 * Hash of everything that decides what NocoBase makes of a seed: its document, our own parts, and the kind of every
 * field it names. The host's version does not count: what it stores today it has to read after its own upgrades.
 */
export function sourceOf(db: Database, access: AccessDeclarations, seed: PageSeed): string {
  const blueprint = prepareBlueprint(seed, relationsOf(db));
  const words = new Set(JSON.stringify(blueprint).match(/\w+/g) ?? []);
  const named = [...db.collections.values()].filter((collection) => words.has(collection.name));
  const targets = named.flatMap((collection) =>
    [...collection.fields.values()].flatMap((field) => db.getCollection(String(field.options.target)) ?? []),
  );
  const fields = [...new Set([...named, ...targets])].flatMap((collection) =>
    [...collection.fields.values()]
      .filter((field) => words.has(field.name))
      .map(
        (field) =>
          `${collection.name}.${field.name}:${field.options.interface}:${field.type}:${field.options.target ?? ''}${access.isRevealable(collection.name, field.name) ? ':personal' : ''}`,
      ),
  );
  const own = { blocks: seed.ownBlocks ?? [], actions: seed.ownActions ?? [], fields: seed.fieldSteps ?? [] };
  return hashOf({ format: 3, blueprint, own, item: seed.item, fields: fields.sort() });
}

/** What NocoBase keeps outside the page's own nodes: shared popups and blocks, SQL of charts, sort columns of kanban boards. */
const OUTSIDE = /"popupTemplateUid"|"templateUid"|"mode":"sql"|"KanbanBlockModel"/;

/** Takes down a page as it stands in the database; null when it needs more than its own nodes. */
export function compile(source: string, { route, page, tabs }: StoredPage): CompiledPage | null {
  if (OUTSIDE.test(JSON.stringify(tabs.map((tab) => tab.grid)))) return null;
  const { title, icon, enableTabs, enableHeader, displayTitle } = route.toJSON() as CompiledPage['route'];
  const { routeId: _routeId, ...props } = page?.props ?? {};
  return {
    source,
    route: { title, icon, enableTabs, enableHeader, displayTitle },
    page: { props, stepParams: page?.stepParams ?? {} },
    tabs: tabs.map((tab) => ({
      title: tab.route.get('title'),
      icon: tab.route.get('icon'),
      documentTitle: (tab.route.get('options') as { documentTitle?: unknown } | null)?.documentTitle,
      grid: tab.grid && withNumbers(tab.grid),
    })),
  };
}
