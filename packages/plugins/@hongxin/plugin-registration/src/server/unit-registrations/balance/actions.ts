import { action, body, callerAreas, refuse, selectRows } from '@hongxin/plugin-foundation';
import { AREA_CODE_LENGTHS } from '@hongxin/rules/mechanism';
import {
  loadState,
  suggestCommunities,
  wouldOverload,
  type Carried,
  type LoadState,
} from '@hongxin/rules/registration';
import { MEMBER_REGISTRATIONS, UNIT_REGISTRATIONS } from '../../constants';
import type { OwnAction, Services } from '@hongxin/plugin-foundation';
import { callersAreas } from '../../common/callers-areas';
import { communityLoads, type NamedLoad } from './loads';
import { LIMITS_SETTING } from './settings';

export interface BalanceAnswer {
  limits: { units: number; members: number };
  communities: (NamedLoad & { state: LoadState })[];
  /** Whether the caller may move units between communities. */
  mayMove: boolean;
}

/** `hxUnitRegistrations:balance`: what every community of the caller's areas carries. */
export const balanceAction = (services: Services): OwnAction =>
  action({ right: 'list' }, async ({ ctx }) => {
    const within = callersAreas(ctx.app, UNIT_REGISTRATIONS, 'list');
    const limits = await services.setting(LIMITS_SETTING);
    const loads = await communityLoads(within, { db: ctx.db });
    const answer: BalanceAnswer = {
      limits,
      communities: loads.map((load) => ({ ...load, state: loadState(load, limits) })),
      // from one community to any other: only who handles registrations everywhere
      mayMove: callerAreas(ctx.app, UNIT_REGISTRATIONS, 'transition') === null,
    };
    return answer;
  });

/** So many are proposed. */
const OFFERED = 3;

export interface SuggestionAnswer {
  community: NamedLoad | null;
  isOverloading: boolean;
  limit: number;
  alternatives: NamedLoad[];
}

/** Who may ask about what: those who send or receive such registrations. */
const ASKED_BY: Readonly<Record<Carried, string>> = { units: UNIT_REGISTRATIONS, members: MEMBER_REGISTRATIONS };

const ill = (name: string) => () => ({ code: 'PARAMETER_INVALID', params: { name } });

const SUGGEST = {
  right: 'loggedIn',
  query: {
    of: body.optional(
      body.otherwise(
        body.choice(
          { zh: '报到的类型', en: 'kind of registration' },
          { units: { zh: '单位', en: 'units' }, members: { zh: '党员', en: 'members' } },
        ),
        ill('of'),
      ),
    ),
    areaId: body.otherwise(body.id({ zh: '社区', en: 'community' }), ill('areaId')),
  },
} as const;

/**
 * `hxUnitRegistrations:suggest?areaId=&of=`: whether one unit more (or with `of=members` one member) would be too many
 * there, and where there is room. It is asked before a registration is sent or received, so everybody who does may ask.
 */
export const suggestAction = (services: Services): OwnAction =>
  action(SUGGEST, async ({ ctx, query: { of, areaId } }) => {
    const what = of ?? 'units';
    // which right is needed depends on what is asked about
    if (!ctx.can({ resource: ASKED_BY[what], action: 'list' })) throw refuse(403, 'NOT_PERMITTED');
    const scope = { db: ctx.db };
    const [area] = await selectRows<{ code: string }>(scope, 'SELECT code FROM {hxAreas} WHERE id = :areaId', {
      areaId,
    });
    const code = area?.code.slice(0, AREA_CODE_LENGTHS.community) ?? '';
    const limits = await services.setting(LIMITS_SETTING);
    const loads = await communityLoads(() => ({ sql: 'TRUE', replacements: {} }), scope);
    const community = loads.find((load) => load.code === code) ?? null;
    const isOverloading = community !== null && wouldOverload(community, limits, what);
    const answer: SuggestionAnswer = {
      community,
      isOverloading,
      limit: limits[what],
      alternatives: isOverloading ? suggestCommunities(code, loads, limits, OFFERED, what) : [],
    };
    return answer;
  });
