/** A text with its full-width and other compatibility digits made plain, and where each sign stood. */
interface Folded {
  text: string;
  /** Where each sign of the folded text begins and ends in the original. */
  places: { from: number; to: number }[];
}

/** Digits that stand together, and those that stand near, parted by blanks, dots, dashes or brackets. */
export interface NumberRun {
  groups: readonly string[];
  /** What stands before each group (before the first: nothing), without blanks and brackets; a blank alone is a blank. */
  gaps: readonly string[];
  /** Where each group begins and ends in the original text, and where its digits end: an X may follow them. */
  places: readonly { from: number; to: number; digitsTo: number }[];
  /** The sign before the run, and the one after it: of a document's number they are letters or dashes. */
  before: string;
  after: string;
}

const DASHES = /[\u2010-\u2015\u2212\u2043\uFE58\uFE63\uFF0D\u30FC]/u;
const DOTS = /[\u00B7\u2022\u2027\u2219\u3002\uFF0E\uFF61]/u;
const OPENING = /[[【〔{「『《〈<]/u;
const CLOSING = /[\]】〕}」』》〉>]/u;
const RUN = /[0-9]+(?:[\s.\-()/_,、|;:~]{1,3}[0-9]+)*(?:[\s.\-]?[Xx](?![0-9A-Za-z]))?/g;
const GROUP = /([\s.\-()/_,、|;:~]*)([0-9]*[0-9Xx])/g;
/** A number written in words; shorter ones are years and amounts. */
const SPELLED = /[〇零一幺二三四五六七八九]{11,}/gu;
const WORDS = new Map([...'〇一二三四五六七八九'].map((word, digit) => [word, String(digit)] as const));

/** Digits of a number written in words, by their place in the text. */
function spelledDigits(text: string): Map<number, string> {
  const digits = new Map<number, string>();
  for (const { index, 0: words } of text.matchAll(SPELLED))
    [...words].forEach((word, place) => digits.set(index + place, WORDS.get(word) ?? (word === '幺' ? '1' : '0')));
  return digits;
}

function fold(text: string): Folded {
  const places: { from: number; to: number }[] = [];
  const spelled = spelledDigits(text);
  let folded = '';
  let place = 0;
  for (const sign of text) {
    const plain = spelled.get(place) ?? plainSign(sign);
    // a sign may be several units of the text, as mathematical digits are: it is taken whole
    if (plain !== '') places.push({ from: place, to: place + sign.length });
    folded += plain;
    place += sign.length;
  }
  return { text: folded, places };
}

/** One sign, plain; nothing for what is not seen. */
function plainSign(sign: string): string {
  if (OPENING.test(sign)) return '(';
  if (CLOSING.test(sign)) return ')';
  if (sign >= ' ' && sign <= '~') return sign;
  if (/^\p{Cf}$/u.test(sign)) return '';
  if (DASHES.test(sign)) return '-';
  if (DOTS.test(sign)) return '.';
  const plain = sign.normalize('NFKC');
  if (OPENING.test(plain)) return '(';
  if (CLOSING.test(plain)) return ')';
  return /^[0-9A-Za-z+\-().\s/_,|;:~]$/.test(plain) ? plain : sign.length === 1 ? sign : '\uFFFD';
}

/** Every run of numbers in a text. */
export function numberRuns(original: string): NumberRun[] {
  const { text, places } = fold(original);
  return [...text.matchAll(RUN)].map((found) => {
    const groups: string[] = [];
    const gaps: string[] = [];
    const ends: { from: number; to: number; digitsTo: number }[] = [];
    for (const group of found[0].matchAll(GROUP)) {
      const from = found.index + group.index + group[1].length;
      groups.push(group[2]);
      gaps.push(group[1].replace(/[\s()]/g, '') || (/\s/.test(group[1]) ? ' ' : ''));
      const digits = group[2].replace(/[Xx]$/, '').length;
      ends.push({
        from: places[from].from,
        to: places[from + group[2].length - 1].to,
        digitsTo: places[from + Math.max(digits, 1) - 1].to,
      });
    }
    return {
      groups,
      gaps,
      places: ends,
      before: text.slice(Math.max(0, found.index - 2), found.index),
      after: text.slice(found.index + found[0].length, found.index + found[0].length + 2),
    };
  });
}
