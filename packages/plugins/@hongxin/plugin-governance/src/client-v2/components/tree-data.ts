import type { TreeNode } from '../../shared/answers';

/** Nodes below each parent that has been opened; the top is under the empty key. */
export type Opened = Readonly<Record<string, readonly TreeNode[]>>;

export const TOP = '';

export interface TreeItem {
  key: string;
  node: TreeNode;
  isLeaf: boolean;
  children?: TreeItem[];
}

/** The tree as antd takes it, from what has been loaded so far. */
export function treeItems(opened: Opened, parent: string = TOP): TreeItem[] {
  return (opened[parent] ?? []).map((node) => ({
    key: node.id,
    node,
    isLeaf: node.children === 0,
    ...(opened[node.id] ? { children: treeItems(opened, node.id) } : {}),
  }));
}
