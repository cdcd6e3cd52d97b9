/** What nobody sees: control, format and zero-width characters, fillers, and selectors of a variant of the same sign. */
const INVISIBLE = /[\p{Cf}\u115F\u1160\u3164\uFFA0\uFE00-\uFE0F\u{E0100}-\u{E01EF}]|(?![\t\n\v\f\r\u0085])\p{Cc}/gu;
/** Dots that people put between the parts of one name. */
const DOTS = /[\u00B7\u2022\u2027\u2219\u22C5\u25CF\u2E31\u30FB\uFF65]/gu;
/** Spaces beside a Chinese character, a bracket or the dot of a name: they part nothing. */
const IDLE_SPACES = /(?<=[\p{Script=Han}()·]) +| +(?=[\p{Script=Han}()·])/gu;

/** Letters, digits and signs that nobody types by accident, one blank between words: nothing there to take away. */
const SURELY_PLAIN =
  /^[!-~\u3001-\u30FA\u4E00-\u9FFF\uFF01-\uFF5E]+(?: [!-~\u3001-\u30FA\u4E00-\u9FFF\uFF01-\uFF5E]+)*$/;

/** One line as it is stored: without what nobody sees, line breaks and runs of blanks as one blank, none at the ends. */
export function plainLine(text: string): string {
  if (SURELY_PLAIN.test(text)) return text;
  return text
    .replace(INVISIBLE, '')
    .replace(/[\s\u0085]+/gu, ' ')
    .trim();
}

/** Several lines as they are stored: without what nobody sees; their breaks stay. */
export function plainLines(text: string): string {
  if (SURELY_PLAIN.test(text)) return text;
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replace(INVISIBLE, '')
    .trim();
}

/**
 * A text as people see it, to compare by: 王 小明 is 王小明, 阿·买 is 阿•买, （东校） is (东校), and compatibility and
 * full-width characters are the plain ones.
 */
export function seenAs(text: string): string {
  if (isPlainAlready(text)) return text;
  return plainLine(plainLine(text).normalize('NFKC')).replace(DOTS, '·').replace(IDLE_SPACES, '');
}

/** Whether two texts are one name: blanks between words and capital letters tell nobody apart either. */
export const seenKey = (text: string): string => seenAs(text).replace(/\s/gu, '').toUpperCase();

/** A dot as typed on a keyboard without the other one, between two Chinese characters: it parts a name, too. */
const TYPED_DOT = /(?<=\p{Script=Han}) ?\. ?(?=\p{Script=Han})/gu;
/** Dashes of all lengths between two Chinese characters, one or several. */
const TYPED_DASHES = /(?<=\p{Script=Han}) ?[-\u2010-\u2015\u2212\u2043\u30FC]+ ?(?=\p{Script=Han})/gu;

/** A person's name as it is stored: one spelling of what people see, so that one person is one. */
export const cleanName = (text: string): string => seenAs(text).replace(TYPED_DOT, '·').replace(TYPED_DASHES, '-');

/** The name of a unit as it is stored: as that of a person, with the brackets that belong to Chinese writing. */
export function cleanUnitName(text: string): string {
  const name = cleanName(text);
  return /\p{Script=Han}/u.test(name) ? name.replace(/\(/g, '（').replace(/\)/g, '）') : name;
}

/** Whether a text is nothing but common Chinese characters and plain letters and digits, as most are. */
function isPlainAlready(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const isHan = code >= 0x4e00 && code <= 0x9fff;
    const isPlain = (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
    if (!isHan && !isPlain) return false;
  }
  return true;
}
