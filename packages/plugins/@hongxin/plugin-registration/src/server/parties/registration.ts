import type { PartyResolver } from '@hongxin/plugin-foundation';

/** The liaison of the registration's unit. */
const unitLiaison: PartyResolver = async (record, actor) =>
  actor.userId !== null && String(record.get('unitLiaisonId')) === String(actor.userId);

export const REGISTRATION_PARTIES: Readonly<Record<string, PartyResolver>> = { unitLiaison };
