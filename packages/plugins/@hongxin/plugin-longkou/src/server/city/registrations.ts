import { AREA_CODE_LENGTHS } from '@hongxin/rules/mechanism';
import { addDays, officeTime } from './days';
import type { InServiceMember } from './members';
import type { Random, Weighted } from './random';
import type { RegistrationRow, RegistrationState, RegistrationStep } from './types';

/** How many of the in-service members stand where; the rest, nearly 3,900, are on the roll [seed: nearly 4,000]. */
const STATE_COUNTS: readonly (readonly [state: RegistrationState | 'none', count: number])[] = [
  ['none', 30],
  ['draft', 36],
  ['submitted', 44],
  ['returned', 22],
  ['unitConfirmed', 40],
  ['accepted', 34],
  ['transferred', 26],
  ['cancelled', 18],
];

/** The way to each state. */
const PATHS: Readonly<Record<RegistrationState, readonly string[]>> = {
  draft: [],
  submitted: ['submit'],
  returned: ['submit', 'return'],
  unitConfirmed: ['submit', 'confirm'],
  accepted: ['submit', 'confirm', 'accept'],
  onRoll: ['submit', 'confirm', 'accept', 'enroll'],
  transferred: ['submit', 'confirm', 'accept', 'enroll', 'transfer'],
  cancelled: ['submit', 'confirm', 'accept', 'enroll', 'cancel'],
};

/** Units with a liaison who confirms online; the other members' registrations go straight to the community. */
const CONFIRMED_BY_UNIT = 0.4;

const RETURN_OPINIONS = [
  '居住楼栋与实际不符，请核对后重新提交',
  '联系电话无法接通，请补正',
  '请由单位先确认在职情况',
  '请补充服务意向',
];
const INTENTIONS: Weighted<string> = [
  ['organization', 10],
  ['legalAid', 6],
  ['hardshipAndJobs', 12],
  ['communityGovernance', 22],
  ['health', 10],
  ['cultureAndSport', 16],
  ['safetyPatrol', 18],
  ['other', 6],
];
const TIMES: Weighted<string> = [
  ['weekdayEvening', 34],
  ['saturday', 30],
  ['sunday', 22],
  ['holiday', 14],
];

const isInSameStreet = (code: string, other: string) =>
  code.slice(0, AREA_CODE_LENGTHS.street) === other.slice(0, AREA_CODE_LENGTHS.street);

/** Days since a registration that was accepted, after some weeks, before the year began. */
const LONG_AGO = 420;

/** One registration of each member but a few who have not begun. */
export function generateRegistrations(
  random: Random,
  members: readonly InServiceMember[],
  communityCodes: readonly string[],
  today: string,
): RegistrationRow[] {
  const states = random.shuffle(
    STATE_COUNTS.flatMap(([state, count]) => Array.from({ length: count }, (): RegistrationState | 'none' => state)),
  );
  const others = random.shuffle(members.filter(({ person }) => person.username === null));
  const registrations = members.flatMap((member) => {
    const place = others.indexOf(member);
    const state =
      member.person.username === 'demo-member'
        ? 'none'
        : place >= 0 && place < states.length
          ? states[place]
          : 'onRoll';
    return state === 'none' ? [] : [registration(random, member, state, communityCodes, today)];
  });
  // in the order in which they were made: numbers grow with the days
  return registrations.sort((a, b) => a.draftedAt.localeCompare(b.draftedAt));
}

function registration(
  random: Random,
  member: InServiceMember,
  state: RegistrationState,
  communityCodes: readonly string[],
  today: string,
): RegistrationRow {
  const areaCode = member.person.areaCode.slice(0, AREA_CODE_LENGTHS.community);
  const skipsUnit = state !== 'unitConfirmed' && !random.chance(CONFIRMED_BY_UNIT);
  const path = PATHS[state].filter((transition) => !(skipsUnit && transition === 'confirm'));
  const isOpen = state !== 'onRoll' && state !== 'transferred' && state !== 'cancelled';
  // Open ones are a few days old; settled ones were made in the last two years.
  const drawn = isOpen ? random.integer(path.length * 3 + 1, path.length * 3 + 12) : random.integer(40, 700);
  // Who has an account has been told a year by now, whatever day it is.
  const age = member.person.username !== null && !isOpen ? LONG_AGO : drawn;
  const pause = () => (isOpen ? random.integer(1, 3) : random.integer(1, 8));
  let day = addDays(today, -age);
  const draftedAt = officeTime(day, random.integer(0, 480));
  const steps: RegistrationStep[] = path.map((transition) => {
    day = addDays(day, pause());
    return {
      transition,
      at: officeTime(day, random.integer(0, 480)),
      opinion: opinionOf(random, transition),
      values: valuesOf(random, transition),
    };
  });
  return {
    personKey: member.person.key,
    workUnitKey: member.workUnit.key,
    position: member.position,
    homeAreaCode: member.person.areaCode.slice(0, AREA_CODE_LENGTHS.building),
    areaCode,
    transferToAreaCode:
      state === 'transferred'
        ? random.pick(communityCodes.filter((code) => code !== areaCode && isInSameStreet(code, areaCode)))
        : null,
    doorNumber: member.person.doorNumber ?? '101室',
    skills: member.person.skills,
    serviceIntentions: [...new Set(Array.from({ length: random.integer(1, 3) }, () => random.weighted(INTENTIONS)))],
    availableTimes: [...new Set(Array.from({ length: random.integer(1, 2) }, () => random.weighted(TIMES)))],
    state,
    draftedAt,
    steps,
  };
}

function opinionOf(random: Random, transition: string): string | null {
  if (transition === 'return') return random.pick(RETURN_OPINIONS);
  if (transition === 'confirm') return random.chance(0.3) ? '情况属实，同意报到' : null;
  if (transition === 'accept') return random.chance(0.4) ? '同意接收，欢迎参与社区服务' : null;
  if (transition === 'transfer') return '居住地变更，转往现居住社区';
  return transition === 'cancel' ? '工作调离本市' : null;
}

function valuesOf(random: Random, transition: string): Record<string, unknown> {
  if (transition === 'cancel') return { leaveReason: random.pick(['unitChanged', 'retired', 'leftParty']) };
  return transition === 'transfer' ? { leaveReason: 'moved' } : {};
}
