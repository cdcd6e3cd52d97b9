import { verdict, type Reason, type Verdict } from './reason';
import { reason } from './reasons';

/** What a placeholder stands for. */
export type NumberToken = 'year' | 'areaCode' | 'sequence' | 'prefix';

/** A piece of a pattern: fixed text or a placeholder with its width. */
export type NumberPiece = { text: string } | { token: NumberToken; width: number | null };

const TOKENS: readonly string[] = ['year', 'areaCode', 'sequence', 'prefix'] satisfies NumberToken[];

/** Widths a placeholder may be given; year is always four digits and prefix takes none. */
const WIDTHS: Readonly<Record<NumberToken, { min: number; max: number } | null>> = {
  year: null,
  areaCode: { min: 6, max: 20 },
  sequence: { min: 1, max: 10 },
  prefix: null,
};

const PIECE = /\{([A-Za-z]+)(?::([0-9]+))?\}|[^{}]+|[{}]/g;

/**
 * Checks a pattern such as `BD-{year}-{areaCode:9}-{sequence:5}`.
 * @returns every defect: braces, unknown or repeated placeholders, widths, no sequence, neighbours that cannot be told apart
 */
export function checkNumberPattern(pattern: string): Verdict {
  const reasons: Reason[] = [];
  const seen = new Set<string>();
  for (const [whole, token, width] of pattern.matchAll(PIECE)) {
    if (token === undefined) {
      reasons.push(...(/[{}]/.test(whole) ? [reason('NUMBER_PATTERN_BRACES', { pattern })] : []));
    } else if (!TOKENS.includes(token)) {
      reasons.push(reason('NUMBER_PATTERN_TOKEN_UNKNOWN', { token, expected: TOKENS.join(', ') }));
    } else {
      reasons.push(...(seen.has(token) ? [reason('NUMBER_PATTERN_TOKEN_REPEATED', { token })] : []));
      reasons.push(...widthReasons(token as NumberToken, width));
      seen.add(token);
    }
  }
  if (!seen.has('sequence')) {
    reasons.push(reason('NUMBER_PATTERN_NO_SEQUENCE', { pattern }));
  }
  return verdict(reasons.length > 0 ? reasons : ambiguities(numberPieces(pattern)));
}

/** The pieces of a pattern in order; call it with a pattern `checkNumberPattern` accepts. */
export function numberPieces(pattern: string): NumberPiece[] {
  return Array.from(pattern.matchAll(PIECE), ([text, token, width]) =>
    token === undefined ? { text } : { token: token as NumberToken, width: width === undefined ? null : Number(width) },
  );
}

/** The placeholders a pattern shows. */
export function numberTokens(pattern: string): Map<NumberToken, number | null> {
  return new Map(numberPieces(pattern).flatMap((piece) => ('token' in piece ? [[piece.token, piece.width]] : [])));
}

function widthReasons(token: NumberToken, width: string | undefined): Reason[] {
  if (width === undefined) {
    return [];
  }
  const allowed = WIDTHS[token];
  if (!allowed) {
    return [reason('NUMBER_PATTERN_WIDTH_NOT_TAKEN', { token })];
  }
  const isAllowed = Number(width) >= allowed.min && Number(width) <= allowed.max;
  const expected = `${allowed.min}–${allowed.max}`;
  return isAllowed ? [] : [reason('NUMBER_PATTERN_WIDTH', { token, width: Number(width), expected })];
}

/** A sequence may outgrow its width, and a prefix or a whole area code has none: two such in a row read as one. */
function ambiguities(pieces: NumberPiece[]): Reason[] {
  const isOpen = (piece: NumberPiece | undefined): piece is { token: NumberToken; width: number | null } =>
    piece !== undefined &&
    'token' in piece &&
    (piece.token === 'prefix' || piece.token === 'sequence' || (piece.token === 'areaCode' && piece.width === null));
  const reasons: Reason[] = [];
  let open: NumberPiece | undefined;
  for (const piece of pieces) {
    if (isOpen(open) && isOpen(piece)) {
      reasons.push(reason('NUMBER_PATTERN_AMBIGUOUS', { left: open.token, right: piece.token }));
    }
    open = isOpen(piece) || 'text' in piece ? piece : open;
  }
  return reasons;
}
