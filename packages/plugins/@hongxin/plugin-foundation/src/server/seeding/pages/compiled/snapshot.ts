import { children, walk, type FlowNode } from '../../flow-models';

/** A tab of a page, with the content it had right after NocoBase built it. */
export interface CompiledTab {
  title: unknown;
  icon: unknown;
  documentTitle: unknown;
  grid: FlowNode | null;
}

/** What NocoBase makes of a page's blueprint, with numbered stand-ins for the uids. */
export interface CompiledPage {
  /** Hash of what it was made from; another hash means it is out of date. */
  source: string;
  route: { title: unknown; icon: unknown; enableTabs: unknown; enableHeader: unknown; displayTitle: unknown };
  page: { props: Record<string, unknown>; stepParams: Record<string, unknown> };
  tabs: CompiledTab[];
}

/** Where a node stands, which its place in the tree already says. */
const PLACE = new Set(['parent', 'parentId', 'sortIndex']);

/** Copies a tree with other uids, wherever in it they are mentioned (layouts, popups, linkage rules). */
export function withUids(root: FlowNode, nameOf: (uid: string) => string): FlowNode {
  const names = new Map([...walk(root)].map((node) => [node.uid, nameOf(node.uid)]));
  const copy = (value: unknown): unknown => {
    if (typeof value === 'string') return names.get(value) ?? value;
    if (Array.isArray(value)) return value.map(copy);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [names.get(key) ?? key, copy(each)]));
  };
  const node = (each: FlowNode): FlowNode => {
    const { subModels, ...own } = each;
    const kept = Object.fromEntries(Object.entries(own).filter(([key]) => !PLACE.has(key)));
    const below = Object.entries(subModels ?? {}).map(
      ([key, nodes]) => [key, Array.isArray(nodes) ? nodes.map(node) : node(nodes)] as const,
    );
    return {
      ...(copy(kept) as FlowNode),
      ...(children(each).length > 0 ? { subModels: Object.fromEntries(below) } : {}),
    };
  };
  return node(root);
}

/** Numbers the uids of a tree, so that it can be stored and used many times. */
export function withNumbers(root: FlowNode): FlowNode {
  let next = 0;
  return withUids(root, () => `~${next++}`);
}
