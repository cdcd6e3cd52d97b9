import { COMPOUND_SURNAMES } from './compound-surnames';
import { maskAddress } from './mask-address';

/** Kinds of personal information that are masked on the server (PIPL; domain §0). */
export type MaskKind = 'phone' | 'idNumber' | 'name' | 'address' | 'account' | 'doorNumber';

export const MASK_KINDS: readonly MaskKind[] = ['phone', 'idNumber', 'name', 'address', 'account', 'doorNumber'];

const HIDDEN = '****';

/** Numbers shorter than this are hidden whole: four digits of so few would give the rest away. */
const SHORTEST_TO_SHOW_PART = 8;

const MASKS: Readonly<Record<MaskKind, (value: string) => string>> = {
  phone: maskPhone,
  idNumber: (value) => maskAllButLastFour(value, '*'.repeat(14)),
  account: (value) => maskAllButLastFour(value, HIDDEN),
  name: maskName,
  address: maskAddress,
  doorNumber: () => '***',
};

/**
 * The value as shown to those who may not reveal it. Masking twice changes nothing.
 * @returns null for null and undefined, an empty text for a blank one
 */
export function mask(kind: MaskKind, value: string | null | undefined): string | null {
  if (value === null || value === undefined) {
    return null;
  }
  const trimmed = value.trim();
  return trimmed === '' ? '' : MASKS[kind](trimmed);
}

/**
 * Whether `masked` is how `original` is shown masked: a form that sends it back has not changed the field, and the
 * original must stay.
 */
export function isMaskOf(
  kind: MaskKind,
  masked: string | null | undefined,
  original: string | null | undefined,
): boolean {
  return (masked ?? null) === mask(kind, original);
}

/** Mobile 138****5678; landline 0535-****567; whatever else is hidden whole. */
function maskPhone(value: string): string {
  const compact = value.replace(/[\s()（）-]/g, '').replace(/^(\+?86|0086)(?=1[0-9]{10}$)/, '');
  const mobile = /^(1[0-9]{2})[0-9*]{4}([0-9]{4})$/.exec(compact);
  if (mobile) {
    return `${mobile[1]}${HIDDEN}${mobile[2]}`;
  }
  const landline = /^(0[12][0-9]|0[3-9][0-9]{2})[0-9*]{4}([0-9]{3,4})$/.exec(compact);
  return landline ? `${landline[1]}-${HIDDEN}${landline[2]}` : HIDDEN;
}

function maskAllButLastFour(value: string, stars: string): string {
  const compact = Array.from(value.replace(/\s/g, ''));
  return compact.length < SHORTEST_TO_SHOW_PART ? HIDDEN : stars + compact.slice(-4).join('');
}

/** The surname and two stars, whatever the length of the given name. */
function maskName(value: string): string {
  const characters = Array.from(value);
  const surname = characters.slice(0, 2).join('');
  const keep = characters.length > 2 && COMPOUND_SURNAMES.includes(surname) ? surname : characters[0];
  return `${keep}**`;
}
