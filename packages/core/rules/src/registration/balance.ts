/** What a community carries, and what it offers. */
export interface CommunityLoad {
  code: string;
  units: number;
  members: number;
  /** Needs that are published and not met yet. */
  needs: number;
  /** Places of open posts that nobody has taken. */
  openPlaces: number;
}

/** From how many on a community counts as full; 0: no limit. */
export interface LoadLimits {
  units: number;
  members: number;
}

/** Longkou's 150 units and 4,000 members over 39 communities are 4 and 103 each; twice that is full [default]. */
export const DEFAULT_LOAD_LIMITS: LoadLimits = { units: 10, members: 200 };

export type LoadState = 'room' | 'full' | 'over';

/** How full a community is: the fuller of units and members, as a share of the limit. 0 where there is no limit. */
export function loadShare({ units, members }: Pick<CommunityLoad, 'units' | 'members'>, limits: LoadLimits): number {
  const share = (count: number, limit: number): number => (limit > 0 ? count / limit : 0);
  return Math.max(share(units, limits.units), share(members, limits.members));
}

export function loadState(load: Pick<CommunityLoad, 'units' | 'members'>, limits: LoadLimits): LoadState {
  const share = loadShare(load, limits);
  return share > 1 ? 'over' : share === 1 ? 'full' : 'room';
}

/** What a community may carry one more of. */
export type Carried = keyof LoadLimits;

/** Whether one more, a unit unless told otherwise, would be one too many. */
export function wouldOverload(
  load: Pick<CommunityLoad, Carried>,
  limits: LoadLimits,
  what: Carried = 'units',
): boolean {
  return limits[what] > 0 && load[what] + 1 > limits[what];
}

const STREET_DIGITS = 9;

/**
 * Communities a unit, or a member, might rather register with: room for one more, those of the same street first, then those with
 * more unmet needs, then the emptier ones. People decide; this only proposes.
 */
export function suggestCommunities<L extends CommunityLoad>(
  from: string,
  loads: readonly L[],
  limits: LoadLimits,
  most = 3,
  what: Carried = 'units',
): L[] {
  const isNear = ({ code }: L): boolean => code.startsWith(from.slice(0, STREET_DIGITS));
  return loads
    .filter((load) => load.code !== from && !wouldOverload(load, limits, what))
    .sort(
      (a, b) =>
        Number(isNear(b)) - Number(isNear(a)) ||
        b.needs - a.needs ||
        loadShare(a, limits) - loadShare(b, limits) ||
        (a.code < b.code ? -1 : 1),
    )
    .slice(0, most);
}

/** Whether limits are usable: whole numbers from 0. */
export function areLoadLimits(value: unknown): value is LoadLimits {
  const { units, members } = (value ?? {}) as Partial<LoadLimits>;
  return [units, members].every((each) => Number.isInteger(each) && Number(each) >= 0 && Number(each) <= 1_000_000);
}
