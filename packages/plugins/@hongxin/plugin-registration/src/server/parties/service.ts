import type { PartyResolver } from '@hongxin/plugin-foundation';

export const SERVICE_PARTIES: Readonly<Record<string, PartyResolver>> = {};
