/** How a seeded piece stands against what was shipped. */
export type PieceState = 'unchanged' | 'edited' | 'outdated' | 'removed';
