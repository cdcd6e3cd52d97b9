import type { PartyResolver } from '@hongxin/plugin-foundation';

export const UNITS_PARTIES: Readonly<Record<string, PartyResolver>> = {};
