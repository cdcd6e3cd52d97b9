import { checkIdentityNumber } from './identity-number';
import { mask } from './masking';
import { numberRuns, type NumberRun } from './number-runs';
import { wellFormed } from './well-formed';

const DAY = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])';
/** An identity number is known by the birth date in its middle; a building's area code of 18 digits has none. */
const IDENTITY_18 = new RegExp(`^[1-9][0-9]{5}(?:18|19|20)[0-9]{2}${DAY}[0-9]{3}[0-9Xx]$`);
/** The old numbers of 15 places; whoever has one was born after 1920, and an estate's code is mostly no such day. */
const IDENTITY_15 = new RegExp(`^[1-9][0-9]{5}[2-9][0-9]${DAY}[0-9]{3}$`);
/** A bank card; first digits as Chinese banks issue them. */
const CARD = /^[4-69][0-9]{15,18}$/;
const MOBILE = /^(?:0086|86)?(1[3-9][0-9]{9})$/;
const LANDLINE = /^(?:0086|86)?0?(?:10|2[0-9])[2-8][0-9]{7}$|^0[3-9][0-9]{2}[2-8][0-9]{6,7}$/;
const COUNTRY = /^(?:0086|86)$/;
/** What parts the items of a list or the thousands of an amount: it makes one number of few shapes only. */
const LIST = /[,、|;:~]/;
const OPEN_BEFORE = /[(（[【〔{［]$/u;
const OPEN = /[(（[【〔{［]/gu;
const CLOSED = /[)）\]】〕}］]/gu;
const PLUS_86 = /^[+＋][\s(]*[8８]/;
const LONGEST = 22;
/** Any day will do to check a number's form. */
const FAR_DAY = '2200-01-01';

/** Groups of a run, taken together. */
interface Part {
  digits: string;
  sizes: number[];
  /** What parts the groups, brackets aside; several kinds do not make one number. */
  kinds: ReadonlySet<string>;
  /** Whether the same kind of sign joins it to what stands before or after, as in a document's number. */
  isJoined: boolean;
}

/**
 * A text for the log, without the numbers that name a person: an opinion is kept for good, and whoever wrote it may have
 * typed a phone number into it, in whatever shape the pack reads one elsewhere. Doing it twice changes nothing.
 */
export function redactIdentifiers(written: string): string {
  const text = wellFormed(written);
  const found = numberRuns(text).flatMap(maskedParts);
  return found.reduceRight((rest, { from: first, to, shown }) => {
    const from = withOwnBracket(rest, first, to);
    const head = rest.slice(0, from);
    return (PLUS_86.test(rest.slice(from - 1, to)) ? head.slice(0, -1) : head) + shown + rest.slice(to);
  }, text);
}

/** Where a number begins: at its bracket, if it is closed within the number, as that of an area code is. */
function withOwnBracket(text: string, from: number, to: number): number {
  const number = text.slice(from, to);
  const isClosedWithin = (number.match(CLOSED)?.length ?? 0) > (number.match(OPEN)?.length ?? 0);
  return isClosedWithin && OPEN_BEFORE.test(text.slice(0, from)) ? from - 1 : from;
}

interface Masked {
  from: number;
  to: number;
  shown: string;
}

function maskedParts(run: NumberRun): Masked[] {
  const masked: Masked[] = [];
  for (let first = 0; first < run.groups.length; first += 1) {
    for (let last = run.groups.length - 1; last >= first; last -= 1) {
      const part = partOf(run, first, last);
      if (part.digits.length > LONGEST) continue;
      const whole = shownOf(part);
      const shown = whole ?? shownOf(withoutX(part));
      if (shown === null) continue;
      const start = first > 0 && COUNTRY.test(run.groups[first - 1]) ? first - 1 : first;
      const { to, digitsTo } = run.places[last];
      masked.push({ from: run.places[start].from, to: whole === null ? digitsTo : to, shown });
      first = last;
      break;
    }
  }
  return masked;
}

const isList = (kinds: ReadonlySet<string>): boolean => [...kinds].some((kind) => LIST.test(kind));

/** A letter x that stands behind a number of another kind is not of it. */
function withoutX(part: Part): Part {
  if (!/[0-9][Xx]$/.test(part.digits)) return part;
  const sizes = part.sizes.map((size, index) => (index === part.sizes.length - 1 ? size - 1 : size));
  return sizes.includes(0) ? part : { ...part, digits: part.digits.slice(0, -1), sizes };
}

function partOf({ groups, gaps, before, after }: NumberRun, first: number, last: number): Part {
  const inner = gaps.slice(first + 1, last + 1).filter((gap) => gap !== '');
  const kinds = new Set(inner);
  const outer = [
    first > 0 ? gaps[first] : /[0-9A-Za-z][-_./]$/.test(before) ? before.slice(-1) : '',
    last < groups.length - 1 ? gaps[last + 1] : /^[-_./][0-9A-Za-z]/.test(after) ? after.slice(0, 1) : '',
  ];
  const taken = groups.slice(first, last + 1);
  return {
    digits: taken.join(''),
    sizes: taken.map(({ length }) => length),
    kinds,
    isJoined: outer.some(
      (gap, side) =>
        gap !== '' &&
        gap !== ' ' &&
        !(side === 0 && COUNTRY.test(groups[first - 1] ?? '')) &&
        (kinds.size === 0 ? !LIST.test(gap) : kinds.has(gap)),
    ),
  };
}

function shownOf(part: Part): string | null {
  const { digits, sizes, kinds, isJoined } = part;
  const isWhole = sizes.length === 1;
  if (kinds.size > 1 || (!isWhole && isJoined)) return null;
  if (isIdentity(part)) return `${'*'.repeat(digits.length - 4)}${digits.slice(-4)}`;
  if (CARD.test(digits) && (isWhole ? !isJoined : isCardShape(part))) return `****${digits.slice(-4)}`;
  const mobile = MOBILE.exec(digits)?.[1];
  if (mobile) return isWhole || isPhoneShape(part) ? mask('phone', mobile) : null;
  const isParted = isList(kinds) ? sizes.length === 2 && sizes[0] <= 4 : sizes.length <= 3;
  const isLandline = LANDLINE.test(digits) && isParted && !isJoined && !kinds.has('.') && digits[0] === '0';
  return isLandline ? mask('phone', digits) : null;
}

/** A card in groups of four, or with the six digits of its bank first. */
function isCardShape({ sizes, kinds }: Part): boolean {
  const [first, ...more] = sizes;
  const middle = more.slice(0, -1);
  if (first === 6 && more.length === 1) return !isList(kinds);
  return (first === 4 || first === 6) && more.length >= 3 && middle.every((size) => size === 4);
}

function isIdentity({ digits, sizes, kinds }: Part): boolean {
  const isWhole = sizes.length === 1;
  if (IDENTITY_15.test(digits)) return isWhole || (isList(kinds) ? /^6,6,3$/.test(sizes.join(',')) : sizes[0] === 6);
  if (!IDENTITY_18.test(digits)) return false;
  return isWhole || (sizes[0] === 6 && !isList(kinds)) || checkIdentityNumber(digits, FAR_DAY).ok;
}

/** A mobile number in groups; two amounts side by side, or one with its cents, are none. */
function isPhoneShape({ sizes, kinds }: Part): boolean {
  const own = sizes[0] === 2 || (sizes[0] === 4 && sizes.length > 3) ? sizes.slice(1) : sizes; // behind 86 or 0086
  if (sizes.every((size) => size === 1)) return true;
  if (isList(kinds)) return /^(?:3,4,4|3,8|3,3,5|4,4,3)$/.test(own.join(','));
  const isGrouped = own[0] >= 3 && own.slice(1).every((size) => size >= 2) && own.length <= 5;
  return isGrouped && (!kinds.has('.') || (own[0] === 3 && own[own.length - 1] > 2));
}
