/** A text with its full-width and other compatibility digits made plain, and where each sign stood. */
interface Folded {
  text: string;
  /** Where each sign of the folded text begins in the original; one more for the end. */
  places: number[];
}

/** Digits that stand together, and those that stand near, parted by blanks, dots, dashes or brackets. */
export interface NumberRun {
  groups: readonly string[];
  /** What stands before each group (before the first: nothing), without blanks and brackets; a blank alone is a blank. */
  gaps: readonly string[];
  /** Where each group begins and ends in the original text. */
  places: readonly { from: number; to: number }[];
  /** The sign before the run, and the one after it: of a document's number they are letters or dashes. */
  before: string;
  after: string;
}

const DASHES = /[\u2010-\u2015\u2212\u2043\uFE58\uFE63\uFF0D\u30FC]/u;
const DOTS = /[\u00B7\u2022\u2027\u2219\u3002\uFF0E\uFF61]/u;
const RUN = /[0-9]+(?:[\s.\-()/_]{1,3}[0-9]+)*(?:[\s.\-]?[Xx](?![0-9A-Za-z]))?/g;
const GROUP = /([\s.\-()/_]*)([0-9]*[0-9Xx])/g;

function fold(text: string): Folded {
  const places: number[] = [];
  let folded = '';
  let place = 0;
  for (const sign of text) {
    for (const each of plainSign(sign)) {
      folded += each;
      places.push(place);
    }
    place += sign.length;
  }
  return { text: folded, places: [...places, place] };
}

function plainSign(sign: string): string {
  if (sign >= ' ' && sign <= '~') return sign;
  if (/^\p{Cf}$/u.test(sign)) return '';
  if (DASHES.test(sign)) return '-';
  if (DOTS.test(sign)) return '.';
  const plain = sign.normalize('NFKC');
  return /^[0-9A-Za-z+\-().\s/_]$/.test(plain) ? plain : sign.length === 1 ? sign : '\uFFFD';
}

/** Every run of numbers in a text. */
export function numberRuns(original: string): NumberRun[] {
  const { text, places } = fold(original);
  return [...text.matchAll(RUN)].map((found) => {
    const groups: string[] = [];
    const gaps: string[] = [];
    const ends: { from: number; to: number }[] = [];
    for (const group of found[0].matchAll(GROUP)) {
      const from = found.index + group.index + group[1].length;
      groups.push(group[2]);
      gaps.push(group[1].replace(/[\s()]/g, '') || (/\s/.test(group[1]) ? ' ' : ''));
      ends.push({ from: places[from], to: places[from + group[2].length - 1] + 1 });
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
