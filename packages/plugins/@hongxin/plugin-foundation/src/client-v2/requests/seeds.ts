import { type Requests } from '../tools/tools';

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

export const fetchPieces = ({ request }: Requests) => request<SeededPiece[]>('hxSeeds:list', { isTold: true });

/** Puts the shipped version in the piece's place; what the administrator changed in it is lost. */
export async function reapplyPiece({ request }: Requests, id: number): Promise<void> {
  await request(`hxSeeds:reapply/${id}`, { data: {} });
}
