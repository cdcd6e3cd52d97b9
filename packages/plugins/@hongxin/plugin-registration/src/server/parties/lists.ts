import type { PartyResolver } from '@hongxin/plugin-foundation';

export const LISTS_PARTIES: Readonly<Record<string, PartyResolver>> = {};
