import type Database from '@nocobase/database';
import type { Transaction } from '@nocobase/database';

/** A node of a page as NocoBase stores it: a block, a column, an action, a popup … */
export interface FlowNode {
  uid: string;
  use?: string;
  subKey?: string;
  subType?: string;
  stepParams?: Record<string, unknown>;
  props?: Record<string, unknown>;
  subModels?: Record<string, FlowNode | FlowNode[]>;
  [key: string]: unknown;
}

interface Options {
  transaction?: Transaction;
}

/** The part of NocoBase's flow model repository that seeding uses. */
export interface FlowModels {
  findModelById(uid: string, options?: Options & { includeAsyncNode?: boolean }): Promise<FlowNode | null>;
  findModelByParentId(
    parentUid: string,
    options?: Options & { subKey?: string; includeAsyncNode?: boolean },
  ): Promise<FlowNode | null>;
  upsertModel(node: Partial<FlowNode> & { parentId?: string }, options?: Options): Promise<string>;
  remove(uid: string, options?: Options): Promise<void>;
}

export const flowModels = (db: Database): FlowModels => db.getRepository('flowModels') as unknown as FlowModels;

/** The node's children, always in the same order: the store returns their groups in any. */
export const children = (node: FlowNode): FlowNode[] =>
  Object.entries(node.subModels ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, nodes]) => nodes);

/** The node itself and everything below it, parents before children. */
export function* walk(node: FlowNode): Generator<FlowNode> {
  yield node;
  for (const child of children(node)) yield* walk(child);
}

/** Blueprint keys survive in the stored nodes as `<tab>.<block>.<action>.popup.<block>`. */
export function declaredKey(node: FlowNode): string | undefined {
  const meta = node.stepParams?.__flowSurfaceMeta as { declaredKey?: string } | undefined;
  return meta?.declaredKey;
}
