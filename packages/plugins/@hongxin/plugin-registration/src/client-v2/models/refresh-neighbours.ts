import type { BlockModel } from '@nocobase/client-v2';

interface Neighbour {
  collection?: { name: string };
  resource?: { refresh?(): Promise<unknown> };
}

/** Blocks that stand on the same tab and show the collection read again. */
export function refreshNeighbours(block: BlockModel, collection: string): void {
  const { items } = ((block.parent as { subModels?: { items?: unknown } } | undefined)?.subModels ?? {}) as {
    items?: Neighbour[];
  };
  for (const neighbour of items ?? []) {
    if (neighbour.collection?.name === collection) void neighbour.resource?.refresh?.();
  }
}
