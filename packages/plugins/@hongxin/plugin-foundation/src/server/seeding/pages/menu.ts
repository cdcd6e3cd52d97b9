import type { Model } from '@nocobase/database';
import type { Plugin } from '@nocobase/server';
import type { PageSeed } from '../../domain';
import { callFlowSurfaces } from '../flow-surfaces';

/** NocoBase's own two layouts; the mobile one is served at `/v/mobile`. */
export const LAYOUTS = { desktop: 'admin-layout-model', mobile: 'mobile-layout-model' } as const;

/** What seeding notes on a menu route, under `options.hongxin`. */
export interface RouteMark {
  /** Title of the seeded group this route is. */
  group?: string;
  /** Key of the page seed this route belongs to. */
  page?: string;
  /** Hidden because its plugin was disabled, not by the administrator. */
  hiddenWithPlugin?: boolean;
}

export const markOf = (route: Model): RouteMark =>
  (route.get('options') as { hongxin?: RouteMark } | null)?.hongxin ?? {};

export async function mark(route: Model, values: RouteMark): Promise<void> {
  const options = (route.get('options') as Record<string, unknown> | null) ?? {};
  await route.update({ options: { ...options, hongxin: { ...markOf(route), ...values } } });
}

interface CreatedMenu {
  routeId: number;
  pageSchemaUid: string;
}

const routesOf = (plugin: Plugin) => plugin.app.db.getRepository('desktopRoutes');

async function routeById(plugin: Plugin, id: number): Promise<Model> {
  const route: Model | null = await routesOf(plugin).findOne({ filterByTk: id });
  if (!route) throw new Error(`menu route ${id} is missing`);
  return route;
}

/** The seeded menu group of this title, wherever the administrator has moved it or whatever it is called now. */
async function ensureGroup(plugin: Plugin, group: NonNullable<PageSeed['group']>, sort: number): Promise<Model> {
  const groups: Model[] = await routesOf(plugin).find({ filter: { type: 'group' } });
  const existing = groups.find((route) => markOf(route).group === group.title);
  if (existing) return existing;
  const created = await callFlowSurfaces<CreatedMenu>(plugin.app, 'createMenu', {
    type: 'group',
    ...group,
    layoutUid: LAYOUTS.desktop,
  });
  const route = await routeById(plugin, created.routeId);
  await route.update({ sort });
  await mark(route, { group: group.title });
  return route;
}

/**
 * Makes an empty page with its menu item. It never touches a page of the same title, which
 * `applyBlueprint` in mode "create" would replace.
 */
export async function createMenuPage(plugin: Plugin, seed: PageSeed): Promise<{ route: Model; schemaUid: string }> {
  const group = seed.layout === 'desktop' && seed.group ? await ensureGroup(plugin, seed.group, seed.sort) : null;
  const created = await callFlowSurfaces<CreatedMenu>(plugin.app, 'createMenu', {
    type: 'item',
    title: seed.item.title,
    icon: seed.item.icon,
    ...(group ? { parentMenuRouteId: group.get('id') } : { layoutUid: LAYOUTS[seed.layout] }),
  });
  await callFlowSurfaces(plugin.app, 'createPage', {
    menuRouteId: created.routeId,
    enableTabs: (seed.blueprint.tabs as unknown[]).length > 1,
  });
  const route = await routeById(plugin, created.routeId);
  await route.update({ sort: seed.sort });
  await mark(route, { page: seed.key });
  return { route, schemaUid: created.pageSchemaUid };
}
