import type { PageSeed } from '../../domain';
import type { House, PageOptions } from './options';
import { buildTab } from './tabs';

export { fieldsToFill } from './declared';
export type * from './options';

/**
 * The one way in which a plugin's pages are written: `const { listPage } = pageBuilder({ plugin, group, … })`. A page names its
 * collections and what is particular to it; its columns, forms, steps, filters and sheets are checked against what is declared.
 */
export function pageBuilder(house: House): { listPage: (page: PageOptions) => PageSeed } {
  return { listPage: (page) => listPage(house, page) };
}

/** @throws naming the page and what on it is not declared */
function listPage(house: House, page: PageOptions): PageSeed {
  const { name, version = 1, title, icon, sort, roles = house.roles ?? [], furtherRoles, phone = false } = page;
  const key = `${house.plugin}/${name}`;
  const site = { house, place: `page ${key}`, roles, isPhone: phone };
  const twice = page.tabs.find((tab, index) => page.tabs.findIndex((each) => each.key === tab.key) !== index);
  if (twice) throw new Error(`page ${key}: two tabs have the key "${twice.key}"`);
  const tabs = page.tabs.map((tab) => buildTab(site, page, tab));
  return {
    key,
    version,
    layout: phone ? 'mobile' : 'desktop',
    roles,
    ...(furtherRoles ? { furtherRoles } : {}),
    ...(phone ? {} : { group: house.group }),
    item: { title, icon },
    sort,
    blueprint: { tabs: tabs.map(({ tab }) => tab) },
    ownBlocks: tabs.flatMap(({ ownBlocks }) => ownBlocks),
    ownActions: tabs.flatMap(({ ownActions }) => ownActions),
    fieldSteps: tabs.flatMap(({ fieldSteps }) => fieldSteps),
  };
}
