import type { FeedbackSubject, YearTargets } from './year-feedback';

/** Targets that a city, a street or a community has set for a year (domain §2: settings per year and level). */
export interface AreaTargets extends YearTargets {
  year: number;
  subject: FeedbackSubject;
  /** Digits of the area they hold in, with everything below it. */
  areaCode: string;
}

/** Whose targets are asked for. `areaCode` null: of no place yet. */
export interface TargetsOf {
  year: number;
  subject: FeedbackSubject;
  areaCode: string | null;
}

/**
 * The targets that hold for somebody: those of the nearest area above them that has set any for the year.
 * @param otherwise what holds where nobody has set any
 */
export function targetsFor(
  rows: readonly AreaTargets[],
  { year, subject, areaCode }: TargetsOf,
  otherwise: YearTargets,
): YearTargets {
  const nearest = rows
    .filter((row) => row.year === year && row.subject === subject && (areaCode ?? '').startsWith(row.areaCode))
    .reduce<AreaTargets | null>(
      (best, row) => (best && best.areaCode.length >= row.areaCode.length ? best : row),
      null,
    );
  if (!nearest) return otherwise;
  const { times, minutes, claims } = nearest;
  return { times, minutes, claims };
}
