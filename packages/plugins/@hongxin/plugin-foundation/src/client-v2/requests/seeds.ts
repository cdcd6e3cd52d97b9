import { type APIClientLike } from '@nocobase/flow-engine';

export type PieceState = 'unchanged' | 'edited' | 'outdated' | 'removed';

/** A piece the pack has written: a page, a workflow, a part of the look. */
export interface SeededPiece {
  id: number;
  key: string;
  plugin: string;
  kind: 'page' | 'role' | 'workflow' | 'collection' | 'brand';
  title: string;
  version: number;
  /** null when this installation does not ship the piece (any more). */
  availableVersion: number | null;
  state: PieceState;
  updatedAt: string;
}

export async function fetchPieces(api: APIClientLike): Promise<SeededPiece[]> {
  return (await api.request<{ data: SeededPiece[] }>({ url: 'hxSeeds:list', method: 'get' })).data.data;
}

/** Puts the shipped version in the piece's place; what the administrator changed in it is lost. */
export async function reapplyPiece(api: APIClientLike, id: number): Promise<void> {
  await api.request({ url: `hxSeeds:reapply/${id}`, method: 'post', skipNotify: true });
}
