import type { PartyDeclaration, PartyResolver } from '@hongxin/plugin-foundation';

/** The liaison of the registration's unit. */
const unitLiaison: PartyResolver = async (record, actor) =>
  actor.userId !== null && String(record.get('unitLiaisonId')) === String(actor.userId);

/** Nobody with an account acts for the unit. */
const unitHasNoLiaison: PartyResolver = async (record) => (record.get('unitLiaisonId') ?? null) === null;

export const REGISTRATION_PARTIES: Readonly<Record<string, PartyDeclaration>> = {
  unitLiaison: { label: { zh: '单位联络员', en: 'Unit liaison' }, is: unitLiaison },
  unitHasNoLiaison: { is: unitHasNoLiaison },
};
