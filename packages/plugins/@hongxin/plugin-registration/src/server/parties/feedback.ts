import type { PartyResolver } from '@hongxin/plugin-foundation';

export const FEEDBACK_PARTIES: Readonly<Record<string, PartyResolver>> = {};
