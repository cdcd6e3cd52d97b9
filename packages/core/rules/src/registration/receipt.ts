import { mask } from '../mechanism/masking';

/** What anybody who holds a receipt may learn of it: whether it is valid, and whose it is, masked (PIPL). */
export interface ReceiptVerdict {
  kind: 'member' | 'unit';
  isValid: boolean;
  /** Why it is not: its registration was cancelled or transferred; null while it is valid. */
  ended: 'cancelled' | 'transferred' | null;
  /** Masked. */
  personName: string | null;
  /** Masked. */
  unitName: string | null;
}

/** Unguessable: 16 random bytes in base64url, or the 32 hexadecimal digits of those issued before there were tokens. */
const TOKEN = /^(?:[A-Za-z0-9_-]{22}|[0-9a-f]{32})$/;

export function isReceiptToken(text: string): boolean {
  return TOKEN.test(text);
}

/** A unit's name with its middle hidden: enough to compare with the paper in one's hand, too little to collect. */
export function maskUnitName(name: string): string {
  const characters = Array.from(name.trim());
  if (characters.length <= 3) return `${characters[0] ?? ''}**`;
  return `${characters.slice(0, 2).join('')}***${characters[characters.length - 1]}`;
}

/** @param state state of the registration behind the receipt */
export function receiptVerdict(
  kind: ReceiptVerdict['kind'],
  state: string,
  names: { personName: string | null; unitName: string | null },
): ReceiptVerdict {
  const ended = state === 'cancelled' || state === 'transferred' ? state : null;
  return {
    kind,
    isValid: ended === null,
    ended,
    personName: mask('name', names.personName),
    unitName: names.unitName === null ? null : maskUnitName(names.unitName),
  };
}
