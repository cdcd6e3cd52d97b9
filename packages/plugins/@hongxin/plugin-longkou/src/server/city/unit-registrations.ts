import { AREA_CODE_LENGTHS } from '@hongxin/rules/mechanism';
import { addDays, officeTime } from './days';
import type { Random, Weighted } from './random';
import type { RegistrationStep, UnitRegistrationRow, UnitRegistrationState, WorkUnitRow } from './types';

/** How many of the units stand where; the rest are on the roll of the community of their seat. */
const STATE_COUNTS: readonly (readonly [state: UnitRegistrationState | 'none', count: number])[] = [
  ['none', 12],
  ['draft', 5],
  ['submitted', 9],
  ['returned', 4],
  ['accepted', 6],
  ['transferred', 4],
  ['cancelled', 3],
];

/** The way to each state. */
const PATHS: Readonly<Record<UnitRegistrationState, readonly string[]>> = {
  draft: [],
  submitted: ['submit'],
  returned: ['submit', 'return'],
  accepted: ['submit', 'accept'],
  onRoll: ['submit', 'accept', 'enroll'],
  transferred: ['submit', 'accept', 'enroll', 'transfer'],
  cancelled: ['submit', 'accept', 'enroll', 'cancel'],
};

const TEAMS = ['先锋服务队', '红心服务队', '惠民服务队', '暖心服务队'];
const CONTRIBUTIONS: Weighted<string> = [
  ['talent', 30],
  ['venue', 16],
  ['funds', 6],
  ['goods', 14],
  ['service', 34],
];
const OPINIONS: Readonly<Record<string, string>> = {
  return: '请补充服务队和可提供的支持',
  accept: '同意接收，欢迎共驻共建',
  transfer: '统筹调剂，平衡各社区力量',
  cancel: '机构撤并，不再报到',
};
const VALUES: Readonly<Record<string, Record<string, unknown>>> = {
  transfer: { leaveReason: 'rebalanced' },
  cancel: { leaveReason: 'merged' },
};

/** One registration of each unit but a few who have not begun; the demo liaison's unit is one of those. */
export function generateUnitRegistrations(
  random: Random,
  units: readonly WorkUnitRow[],
  communityCodes: readonly string[],
  today: string,
): UnitRegistrationRow[] {
  const others = random.shuffle(units.filter(({ liaison }) => liaison === null));
  const states = STATE_COUNTS.flatMap(([state, count]) => Array.from({ length: count }, () => state));
  const rows = others.flatMap((unit, index) => {
    const state = states[index] ?? 'onRoll';
    return state === 'none' ? [] : [registration(random, unit, state, communityCodes, today)];
  });
  return rows.sort((a, b) => a.draftedAt.localeCompare(b.draftedAt));
}

function registration(
  random: Random,
  unit: WorkUnitRow,
  state: UnitRegistrationState,
  communityCodes: readonly string[],
  today: string,
): UnitRegistrationRow {
  const street = unit.areaCode.slice(0, AREA_CODE_LENGTHS.street);
  const isSettled = ['onRoll', 'transferred', 'cancelled'].includes(state);
  let day = addDays(today, -(isSettled ? random.integer(30, 650) : random.integer(8, 14)));
  const draftedAt = officeTime(day, random.integer(0, 480));
  const steps: RegistrationStep[] = PATHS[state].map((transition) => {
    day = addDays(day, random.integer(1, 3));
    return {
      transition,
      at: officeTime(day, random.integer(0, 480)),
      opinion: OPINIONS[transition] ?? null,
      values: VALUES[transition] ?? {},
    };
  });
  return {
    workUnitKey: unit.key,
    areaCode: unit.areaCode,
    transferToAreaCode:
      state === 'transferred'
        ? random.pick(communityCodes.filter((code) => code !== unit.areaCode && code.startsWith(street)))
        : null,
    serviceTeam: `${unit.name}${random.pick(TEAMS)}`,
    contributions: [...new Set(Array.from({ length: random.integer(1, 3) }, () => random.weighted(CONTRIBUTIONS)))],
    contactName: unit.contactName,
    contactPhone: unit.contactPhone,
    state,
    draftedAt,
    steps,
  };
}
