/**
 * Needs, resources, projects, posts and hours of the demo city, made from the city itself: who is on a roll serves, and
 * units of the city bring what they have.
 */
import { AREA_CODE_LENGTHS } from '@hongxin/rules/mechanism';
import { addDays, officeTime } from './days';
import type { Random } from './random';
import { SERVICE_THEMES, type ServiceTheme } from './service-texts';
import type { AreaRow, City, RegistrationRow, WorkUnitRow } from './types';

export interface TimedStep {
  transition: string;
  at: string;
  opinion?: string;
  values?: Readonly<Record<string, unknown>>;
}

export interface NeedRow {
  key: string;
  areaCode: string;
  theme: ServiceTheme;
  title: string;
  source: string;
  peopleWanted: number;
  times: string[];
  wantedBy: string;
  raisedAt: string;
  steps: TimedStep[];
}

export interface ResourceRow {
  areaCode: string;
  theme: ServiceTheme;
  workUnitKey: string;
  availableFrom: string;
  availableTo: string;
}

export interface ProjectRow {
  areaCode: string;
  theme: ServiceTheme;
  title: string;
  requireKey: string | null;
  workUnitKey: string;
  personInCharge: string;
  startsOn: string;
  deadline: string;
  headCount: number;
  steps: TimedStep[];
}

export interface ClaimRow {
  personKey: string;
  claimedAt: string;
  /** Hours entered afterwards; null: not yet, or not at all. */
  service: { startsAt: string; endsAt: string; at: string; verifiedAt: string | null; rating: string } | null;
}

export interface PostRow {
  areaCode: string;
  theme: ServiceTheme;
  title: string;
  location: string;
  startsAt: string;
  endsAt: string;
  headCount: number;
  draftedAt: string;
  closedAt: string | null;
  claims: ClaimRow[];
}

export interface CityServices {
  needs: NeedRow[];
  resources: ResourceRow[];
  projects: ProjectRow[];
  posts: PostRow[];
}

/** Projects per community: 39 × 13 is over 490 [seed]. */
const PROJECTS = 13;
/** Of the projects of a community, so many meet a need of the need list. */
const WITH_NEED = 3;
const PAST_POSTS = 4;
const OPEN_POSTS = 3;
const SATISFACTION: readonly (readonly [string, number])[] = [
  ['5', 60],
  ['4', 30],
  ['3', 10],
];
/** Needs of a community besides those that projects meet: one in each further state. */
const NEED_WAYS: readonly (readonly string[])[] = [
  [],
  ['review'],
  ['review', 'publish'],
  ['review', 'publish'],
  ['review', 'publish', 'claim'],
  ['review', 'publish', 'claim', 'start', 'finish'],
  ['withdraw'],
  ['review', 'publish', 'expire'],
];

export function generateServices(city: City, random: Random): CityServices {
  const services: CityServices = { needs: [], resources: [], projects: [], posts: [] };
  for (const community of city.areas.filter(({ level }) => level === 'community'))
    new CommunityServices(city, community, random.fork(community.code)).addTo(services);
  return services;
}

class CommunityServices {
  private readonly estates: readonly AreaRow[];
  private readonly members: readonly RegistrationRow[];
  private readonly units: readonly WorkUnitRow[];
  private readonly today: string;
  /** Members with a demo account, who should find something of their own. */
  private readonly demoMembers: readonly RegistrationRow[];

  constructor(
    city: City,
    private readonly community: AreaRow,
    private readonly random: Random,
  ) {
    const street = community.code.slice(0, AREA_CODE_LENGTHS.street);
    const isHere = (code: string) => code.startsWith(community.code);
    this.today = city.today;
    this.estates = city.areas.filter(({ level, code }) => level === 'estate' && isHere(code));
    this.members = city.registrations.filter(
      ({ state, areaCode }) => state === 'onRoll' && areaCode === community.code,
    );
    const accounts = new Set(city.persons.filter(({ username }) => username !== null).map(({ key }) => key));
    this.demoMembers = this.members.filter(({ personKey }) => accounts.has(personKey));
    const near = city.workUnits.filter(({ areaCode }) => areaCode.startsWith(street));
    // the demo liaison's unit helps in the first community of its street
    const demo = city.workUnits.filter(({ liaison }) => liaison !== null && community.code.endsWith('001'));
    this.units = [...demo, ...demo, ...(near.length > 0 ? near : city.workUnits)];
  }

  addTo({ needs, resources, projects, posts }: CityServices): void {
    for (let index = 0; index < PROJECTS; index += 1) projects.push(this.project(index, needs));
    for (const [index, way] of NEED_WAYS.entries()) needs.push(this.need(`${this.community.code}/${index}`, way));
    for (let index = 0; index < 4; index += 1) resources.push(this.resource());
    for (let index = 0; index < PAST_POSTS + OPEN_POSTS; index += 1) posts.push(this.post(index));
  }

  private theme = (): ServiceTheme => this.random.pick(SERVICE_THEMES);
  private place = (): AreaRow => (this.estates.length > 0 ? this.random.pick(this.estates) : this.community);
  private at = (day: string): string => officeTime(day, this.random.integer(0, 480));

  private need(key: string, way: readonly string[]): NeedRow {
    const theme = this.theme();
    const place = this.place();
    const isExpired = way.includes('expire');
    const age = isExpired ? this.random.integer(70, 90) : this.random.integer(way.length * 2 + 1, way.length * 2 + 10);
    let day = addDays(this.today, -age);
    const raisedAt = this.at(day);
    const steps = way.map((transition): TimedStep => {
      day = addDays(day, 1);
      return { transition, at: this.at(day), ...this.extras(transition, theme) };
    });
    return {
      key,
      areaCode: place.code,
      theme,
      title: `${place.name}：${this.random.pick(theme.needs)}`,
      source: this.random.weighted([
        ['resident', 50],
        ['visit', 35],
        ['deliberation', 15],
      ]),
      peopleWanted: this.random.integer(2, 8),
      times: [this.random.pick(['weekdayEvening', 'saturday', 'sunday'])],
      wantedBy: addDays(this.today, isExpired ? -40 : this.random.integer(10, 45)),
      raisedAt,
      steps,
    };
  }

  private extras(transition: string, theme: ServiceTheme): Partial<TimedStep> {
    if (transition === 'review') return { opinion: '情况属实，列入需求清单' };
    if (transition === 'withdraw') return { opinion: '已由邻里互助解决' };
    return transition === 'finish' ? { values: { result: theme.effect } } : {};
  }

  private resource(): ResourceRow {
    return {
      areaCode: this.community.code,
      theme: this.theme(),
      workUnitKey: this.random.pick(this.units).key,
      availableFrom: addDays(this.today, -this.random.integer(10, 200)),
      availableTo: addDays(this.today, this.random.integer(30, 300)),
    };
  }

  private project(index: number, needs: NeedRow[]): ProjectRow {
    const theme = this.theme();
    const unit = this.random.pick(this.units);
    const stage = index < WITH_NEED ? [0, 1, 4][index] : this.random.integer(0, 11);
    // 0 waits for the community, 1 and 2 go on, 3 waits for its rating, the others are closed
    const length = stage === 0 ? 1 : stage <= 2 ? 3 : stage === 3 ? 4 : 5;
    const way = ['claim', 'start', 'report', 'finish', 'rate'].slice(0, length);
    const age = stage === 0 ? 3 : stage <= 2 ? this.random.integer(15, 60) : this.random.integer(60, 320);
    const from = addDays(this.today, -age);
    const need = index < WITH_NEED ? this.need(`${this.community.code}/project-${index}`, []) : null;
    if (need) {
      need.steps = ['review', 'publish'].map((transition, step) => ({
        transition,
        at: this.at(addDays(from, step - 3)),
      }));
      needs.push({
        ...need,
        theme,
        title: `${this.place().name}：${this.random.pick(theme.needs)}`,
        raisedAt: this.at(addDays(from, -4)),
      });
    }
    const pause = Math.max(1, Math.floor(age / (length + 1)));
    return {
      areaCode: need?.areaCode ?? this.place().code,
      theme,
      title: `${this.community.name}${this.random.pick(theme.projects)}`,
      requireKey: need?.key ?? null,
      workUnitKey: unit.key,
      personInCharge: unit.contactName,
      startsOn: from,
      deadline: addDays(this.today, stage <= 2 ? this.random.integer(20, 120) : this.random.integer(1, 60)),
      headCount: stage <= 2 ? this.random.integer(0, 6) : 0,
      steps: way.map((transition, step) => ({
        transition,
        at: this.at(addDays(from, step * pause)),
        ...this.projectExtras(transition, theme),
      })),
    };
  }

  private projectExtras(transition: string, theme: ServiceTheme): Partial<TimedStep> {
    if (transition === 'report')
      return { values: { progress: this.random.integer(3, 9) * 10, progressNote: '按计划推进' } };
    if (transition === 'finish') return { values: { effect: theme.effect } };
    return transition === 'rate' ? { values: { satisfaction: this.random.weighted(SATISFACTION) } } : {};
  }

  private post(index: number): PostRow {
    const isPast = index < PAST_POSTS;
    const theme = this.theme();
    const place = this.place();
    // past ones a week apart and closed after the window for hours, the last one still waiting for its host
    const isWaiting = index === PAST_POSTS - 1;
    const day = addDays(this.today, isPast ? (isWaiting ? -2 : -16 - index * 14) : 3 + (index - PAST_POSTS) * 4);
    const [startsAt, endsAt] = [
      `${day}T09:00:00+08:00`,
      `${day}T${this.random.pick(['10:30', '11:00', '12:00'])}:00+08:00`,
    ];
    const headCount = this.random.integer(5, 12);
    return {
      areaCode: place.code,
      theme,
      title: this.random.pick(theme.posts),
      location: `${place.name}党群服务站`,
      startsAt,
      endsAt,
      headCount,
      draftedAt: officeTime(addDays(day, -20), 30),
      closedAt: isPast && !isWaiting ? officeTime(addDays(day, 8), 60) : null,
      claims: this.claims({ day, startsAt, endsAt, isPast, isWaiting, isFirst: index === 0 || index === 1 }),
    };
  }

  private claims({ day, startsAt, endsAt, isPast, isWaiting, isFirst }: PostTimes): ClaimRow[] {
    const count = isPast ? 4 : this.random.integer(0, 3);
    const others = this.random.sample(this.members, count).filter((each) => !this.demoMembers.includes(each));
    const claimants = isFirst ? [...this.demoMembers, ...others] : others;
    return claimants.slice(0, Math.max(count, 1)).map(({ personKey }, index) => {
      const at = officeTime(addDays(day, 1), this.random.integer(0, 400));
      const verifiedAt = isWaiting ? null : officeTime(addDays(day, 2), this.random.integer(0, 400));
      const hasServed = isPast && (isWaiting || index !== 1 || this.random.chance(0.8));
      const rating = this.random.weighted(SATISFACTION);
      return {
        personKey,
        claimedAt: officeTime(addDays(day, -this.random.integer(4, 18)), this.random.integer(0, 400)),
        service: hasServed ? { startsAt, endsAt, at, verifiedAt, rating } : null,
      };
    });
  }
}

/** When a post takes place, and how far it has come. */
interface PostTimes {
  day: string;
  startsAt: string;
  endsAt: string;
  isPast: boolean;
  /** Its hours have been entered and wait for the host. */
  isWaiting: boolean;
  /** Those with a demo account take part. */
  isFirst: boolean;
}
