import type Database from '@nocobase/database';
import { children, flowModels, walk, type FlowNode } from '../flow-models';
import { hashOf } from '../hash';
import type { StoredPage } from './page-nodes';

/** Where a node stands or when it was written; not part of what an administrator edits. */
const VOLATILE = new Set([
  'uid',
  'parent',
  'parentId',
  'sortIndex',
  'routeId',
  '__flowSurfaceMeta',
  'schema',
  'name',
  'async',
]);

/** Popups saved as templates stand outside the page; an edit of one is an edit of the page. */
async function withTemplates(db: Database, grids: readonly FlowNode[]): Promise<FlowNode[]> {
  const known = new Set<string>();
  const all: FlowNode[] = [];
  let pending = [...grids];
  while (pending.length > 0) {
    const wanted: string[] = [];
    for (const root of pending) {
      all.push(root);
      for (const node of walk(root)) {
        known.add(node.uid);
        const openView = (node.stepParams?.popupSettings as { openView?: { uid?: string } } | undefined)?.openView;
        if (openView?.uid) wanted.push(openView.uid);
      }
    }
    const outside = [...new Set(wanted)].filter((uid) => !known.has(uid));
    outside.forEach((uid) => known.add(uid));
    const found = await Promise.all(
      outside.map((uid) => flowModels(db).findModelById(uid, { includeAsyncNode: true })),
    );
    pending = found.filter((node): node is FlowNode => node !== null);
  }
  return all;
}

/** Names every node by its position, so that two copies of a page read the same whatever their uids are. */
function positions(roots: readonly FlowNode[]): Map<string, string> {
  const names = new Map<string, string>();
  const visit = (node: FlowNode, name: string): void => {
    names.set(node.uid, name);
    children(node).forEach((child, index) => visit(child, `${name}.${index}`));
  };
  roots.forEach((root, index) => visit(root, `@${index}`));
  return names;
}

function plain(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return names.get(value) ?? value;
  if (Array.isArray(value)) return value.map((each) => plain(each, names));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value)
    .filter(([key]) => !VOLATILE.has(key))
    .map(([key, each]) => [names.get(key) ?? key, plain(each, names)] as const)
    .filter(([, each]) => !isEmpty(each))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries);
}

/** Absent, null and `{}` mean the same to NocoBase; which one is stored depends on who wrote it. */
function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0);
}

/**
 * A page's content as a short text: equal as long as nobody has changed a block, field, action, setting, tab or title.
 * Its place in the menu and who may see it do not count.
 */
export async function fingerprint(db: Database, page: StoredPage): Promise<string> {
  const grids = page.tabs.map((tab) => tab.grid).filter((grid): grid is FlowNode => grid !== null);
  const roots = await withTemplates(db, [...(page.page ? [page.page] : []), ...grids]);
  const names = positions(roots);
  const route = { title: page.route.get('title'), icon: page.route.get('icon') };
  const tabs = page.tabs.map((tab) => ({ title: tab.route.get('title'), icon: tab.route.get('icon') }));
  return hashOf({ route, tabs, roots: roots.map((root) => plain(root, names)) });
}
