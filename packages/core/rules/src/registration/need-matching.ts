import { AREA_CODE_LENGTHS } from '../mechanism/area-code';
import type { LocalizedText } from '../mechanism/localized-text';

/** What a need wants of a match. */
export interface MatchWish {
  /** Code of the class of service. */
  serviceClass: string | null;
  skills: readonly string[];
  areaCode: string;
  /** When it suits, as codes (Saturday, weekday evening …). */
  times: readonly string[];
  /** ISO day by which help is wanted. */
  wantedBy: string | null;
}

/** A resource, a post or a member that might help. */
export interface MatchCandidate {
  serviceClasses: readonly string[];
  skills: readonly string[];
  areaCode: string | null;
  times: readonly string[];
  /** ISO days between which it is there; null: no bound. */
  availableFrom: string | null;
  availableTo: string | null;
}

export type MatchGroundCode = keyof typeof MATCH_GROUNDS;

/** Why a candidate was proposed. `items`: the codes both sides name. */
export interface MatchGround {
  code: MatchGroundCode;
  points: number;
  items: readonly string[];
}

export interface Match {
  /** 0 … 100. */
  score: number;
  grounds: readonly MatchGround[];
}

/** Points of each ground [default]: what is needed first, then who can, then how near, then when. */
export const MATCH_POINTS = { serviceClass: 35, skills: 30, area: 20, time: 15 } as const;

/** What a person reads as the ground of a proposal. */
export const MATCH_GROUNDS = {
  SERVICE_CLASS: { zh: '服务类别相同：{{items}}', en: 'same class of service: {{items}}' },
  SKILLS: { zh: '具备所需特长：{{items}}', en: 'has the skills wanted: {{items}}' },
  SAME_ESTATE: { zh: '同一小区', en: 'same estate' },
  SAME_COMMUNITY: { zh: '同一社区', en: 'same community' },
  SAME_STREET: { zh: '同一街道', en: 'same street' },
  TIMES: { zh: '时间合适：{{items}}', en: 'available at the right time: {{items}}' },
  IN_TIME: { zh: '在所需日期前可用', en: 'available before the day it is wanted' },
} as const satisfies Record<string, LocalizedText>;

/** One who can come whenever asked. */
const ANYTIME = 'anytime';

/**
 * How well a candidate fits a need, and why. Nothing is decided: people choose among the proposals.
 * @returns null when it cannot help: neither the class nor a skill fits, or it is not there in time
 */
export function matchNeed(wish: MatchWish, candidate: MatchCandidate, today: string): Match | null {
  if (!isThereInTime(wish, candidate, today)) return null;
  const what = [...classGround(wish, candidate), ...skillGround(wish, candidate)];
  if (what.length === 0) return null;
  const grounds = [...what, ...areaGround(wish, candidate), ...timeGround(wish, candidate)];
  return { score: grounds.reduce((sum, { points }) => sum + points, 0), grounds };
}

function isThereInTime(
  { wantedBy }: MatchWish,
  { availableFrom, availableTo }: MatchCandidate,
  today: string,
): boolean {
  const startsLate = wantedBy !== null && availableFrom !== null && availableFrom > wantedBy;
  return !startsLate && !(availableTo !== null && availableTo < today);
}

function classGround({ serviceClass }: MatchWish, { serviceClasses }: MatchCandidate): MatchGround[] {
  if (serviceClass === null || !serviceClasses.includes(serviceClass)) return [];
  return [{ code: 'SERVICE_CLASS', points: MATCH_POINTS.serviceClass, items: [serviceClass] }];
}

/** Points by the share of the skills wanted. */
function skillGround(wish: MatchWish, candidate: MatchCandidate): MatchGround[] {
  const items = shared(wish.skills, candidate.skills);
  if (items.length === 0) return [];
  return [{ code: 'SKILLS', points: Math.round((MATCH_POINTS.skills * items.length) / wish.skills.length), items }];
}

/** The nearer the better: estate, community, street. */
function areaGround({ areaCode }: MatchWish, candidate: MatchCandidate): MatchGround[] {
  const steps = [
    ['SAME_ESTATE', AREA_CODE_LENGTHS.estate, 1],
    ['SAME_COMMUNITY', AREA_CODE_LENGTHS.community, 0.8],
    ['SAME_STREET', AREA_CODE_LENGTHS.street, 0.4],
  ] as const;
  const other = candidate.areaCode ?? '';
  const found = steps.find(
    ([, length]) =>
      areaCode.length >= length && other.length >= length && areaCode.slice(0, length) === other.slice(0, length),
  );
  return found ? [{ code: found[0], points: Math.round(MATCH_POINTS.area * found[2]), items: [] }] : [];
}

function timeGround(wish: MatchWish, candidate: MatchCandidate): MatchGround[] {
  const items = candidate.times.includes(ANYTIME) ? [ANYTIME] : shared(wish.times, candidate.times);
  if (items.length > 0) return [{ code: 'TIMES', points: MATCH_POINTS.time, items }];
  const isBounded = candidate.availableFrom !== null || candidate.availableTo !== null;
  return wish.times.length === 0 && isBounded ? [{ code: 'IN_TIME', points: MATCH_POINTS.time, items: [] }] : [];
}

function shared(wanted: readonly string[], offered: readonly string[]): string[] {
  return wanted.filter((each) => offered.includes(each));
}
