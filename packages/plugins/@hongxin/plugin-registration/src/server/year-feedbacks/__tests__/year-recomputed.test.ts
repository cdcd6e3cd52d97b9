/** A year counted twice: by the product, and from what each member did by plain arithmetic that shares no code with it. */
import { app, cityClock, reset } from '@test/server/harness';
import { claimed, served } from '@test/server/registration/service-tables';
import { buildTown, list, moved, type Row, type Town } from '@test/server/registration/town';
import {
  FEEDBACKS,
  gone,
  make,
  moveWest,
  must,
  onRoll,
  turnTo,
  unitOnRoll,
  YEAR,
  type Figure,
  type OnRoll,
} from '@test/server/registration/year';

/** What a member did, and what the community said of it. */
interface Doing {
  checkIns: readonly number[];
  supplements?: readonly number[];
  /** Of the check-ins, by place: taken back again. */
  reversed?: readonly number[];
  ratings?: readonly number[];
  claims?: number;
  /** Of another year, refused or undecided: counts nothing. */
  nothing?: readonly Record<string, unknown>[];
  said: { points: number; bonus?: number; leave?: boolean; falsified?: boolean };
  fate?: 'movesAfter' | 'movesWithin' | 'leavesWithin' | 'leavesAfter';
}

const DOINGS: readonly Doing[] = [
  { checkIns: [], said: { points: 3 } },
  { checkIns: [480, 480, 240], claims: 4, ratings: [5, 5, 4], said: { points: 20, bonus: 10 } },
  { checkIns: [62], supplements: [684], claims: 1, ratings: [5], said: { points: 12 } },
  { checkIns: [61, 59, 7], supplements: [13], said: { points: 11, bonus: 1 }, claims: 2 },
  { checkIns: [120, 300], reversed: [1], ratings: [4, 2], claims: 1, said: { points: 9 } },
  { checkIns: [600, 600, 600], claims: 9, ratings: [3], said: { points: 20, bonus: 10, falsified: true } },
  { checkIns: [90], claims: 1, said: { points: 15, leave: true } },
  { checkIns: [200, 100], nothing: [{ state: 'refused' }], ratings: [1], said: { points: 16 }, claims: 3 },
  { checkIns: [333], supplements: [333], said: { points: 8, bonus: 2 }, fate: 'movesAfter', claims: 2 },
  { checkIns: [45, 46, 47, 48], said: { points: 14 }, ratings: [5, 4], fate: 'movesWithin' },
  { checkIns: [700], said: { points: 13 }, fate: 'leavesWithin', ratings: [2] },
  { checkIns: [500, 1], claims: 4, said: { points: 18 }, fate: 'leavesAfter' },
  { checkIns: [60], reversed: [0], claims: 1, said: { points: 5 } },
  { checkIns: [719, 1], supplements: [480], claims: 3, ratings: [5, 5, 1], said: { points: 17, bonus: 7 } },
];

const sum = (numbers: readonly number[] = []): number => numbers.reduce((total, each) => total + each, 0);
const tenths = (value: number): number => Math.floor(value * 10 + 1e-9) / 10;

interface Expected {
  minutes: number;
  times: number;
  claimsServed: number;
  points: Record<string, number | null>;
  total: number | null;
  grade: string;
}

/** domain: 10 roll and taking part, 30 hours of 20, 25 claims of 4, 15 satisfaction, 20 community, ≤ 10 on top. */
function oracle(
  counted: { minutes: number; times: number; claims: number; ratings: readonly number[]; standing: boolean },
  { points, bonus = 0, leave = false, falsified = false }: Doing['said'],
): Expected {
  const { minutes, times, claims, ratings, standing } = counted;
  const attendance = (standing ? 5 : 0) + tenths((5 * Math.min(times, 4)) / 4);
  const hours = tenths((30 * Math.min(minutes, 1200)) / 1200);
  const claimed = tenths((25 * Math.min(claims, 4)) / 4);
  const satisfaction = ratings.length === 0 ? null : tenths((15 * sum(ratings)) / (5 * ratings.length));
  const reached = Math.round((attendance + hours + claimed + (satisfaction ?? 0) + points) * 10);
  const base = Math.round((reached * 100) / (satisfaction === null ? 85 : 100)) / 10;
  const full = Math.min(100, Math.round((base + bonus) * 10) / 10);
  const total = leave ? null : falsified ? 0 : full;
  const grade = (value: number): string =>
    value >= 90 ? 'excellent' : value >= 75 ? 'good' : value >= 60 ? 'qualified' : 'toImprove';
  return {
    ...{ minutes, times, claimsServed: claims, total, grade: total === null ? 'exempt' : grade(total) },
    points: {
      ...{
        attendance: Math.round(attendance * 10) / 10,
        hours,
        claims: claimed,
        satisfaction,
        community: points,
        bonus,
      },
      ...(leave ? { leave: null } : falsified ? { falsified: 0 } : {}),
    },
  };
}

function countedOf({ checkIns, supplements, reversed = [], ratings = [], claims = 0, fate }: Doing) {
  const standing = checkIns
    .map((minutes, place) => ({ minutes, place }))
    .filter(({ place }) => !reversed.includes(place));
  return {
    minutes: sum(standing.map(({ minutes }) => minutes)) + sum(supplements),
    times: standing.length + (supplements?.length ?? 0),
    // a rating of what was taken back goes with it
    ratings: ratings.filter((_rating, place) => !reversed.includes(place)),
    claims,
    standing: fate !== 'leavesWithin',
  };
}

const seen = (row: Row): Expected => ({
  ...{ minutes: Number(row.minutes), times: Number(row.times), claimsServed: Number(row.claimsServed) },
  points: Object.fromEntries((row.figures as Figure[]).map(({ item, points }) => [item, points])),
  ...{ total: row.total as number | null, grade: String(row.grade) },
});

let town: Town;
let people: OnRoll[];
let ids = 6_000_000;

async function enter({ personId }: OnRoll, doing: Doing): Promise<void> {
  const { checkIns, supplements = [], reversed = [], ratings = [], claims = 0, nothing = [] } = doing;
  for (const [place, minutes] of checkIns.entries()) {
    const id = (ids += 1);
    const rating = ratings[place] === undefined ? null : String(ratings[place]);
    const takenBack = reversed.includes(place);
    await served(personId, YEAR, { id, minutes, rating, reversedAt: takenBack ? `${YEAR}-12-01` : null });
    if (takenBack) await served(personId, YEAR, { minutes: -minutes, origin: 'reversal', reversesId: id });
  }
  for (const [place, minutes] of supplements.entries()) {
    const rating = ratings[checkIns.length + place];
    await served(personId, YEAR, {
      minutes,
      origin: 'supplement',
      rating: rating === undefined ? null : String(rating),
    });
  }
  for (const extra of ratings.slice(checkIns.length + supplements.length))
    throw new Error(`a rating without a service: ${extra}`);
  for (let each = 0; each < claims; each += 1) await claimed(personId, YEAR);
  for (const values of nothing) await served(personId, YEAR, { minutes: 999, rating: '1', ...values });
  await served(personId, YEAR - 1, { minutes: 999, rating: '1' });
  await claimed(personId, YEAR - 1);
  await claimed(personId, YEAR, { state: 'withdrawn' });
}

async function fulfil(person: OnRoll, fate: Doing['fate']): Promise<void> {
  if (fate?.startsWith('leaves'))
    await moved(town.community, person.id, 'cancel', { opinion: '退休', values: { leaveReason: 'retired' } });
  if (!fate?.startsWith('moves')) return;
  const id = await moveWest(town, 'hxMemberRegistrations', person.id);
  await must(town.westCommunity.post(`hxMemberRegistrations:transition/${id}`, { transition: 'accept' }));
}

beforeAll(async () => {
  await reset();
  town = await buildTown();
  people = [];
  await unitOnRoll(town, town.work, town.liaison);
  for (const doing of DOINGS) {
    const person = await onRoll(town);
    people.push(person);
    await enter(person, doing);
    if (doing.fate?.endsWith('Within')) await fulfil(person, doing.fate);
  }
  turnTo(`${YEAR + 1}-01-10`);
  for (const [index, { fate }] of DOINGS.entries()) if (fate?.endsWith('After')) await fulfil(people[index], fate);
  await make(town.community);
  await make(town.westCommunity);
  for (const [index, { said, fate }] of DOINGS.entries()) {
    const [row] = await list(town.administrator, FEEDBACKS, {
      filter: { personId: people[index].personId, year: YEAR },
    });
    await gone(fate === 'movesWithin' ? town.westCommunity : town.community, row.id, 'comment', {
      values: {
        ...{ communityPoints: said.points, bonusPoints: said.bonus ?? 0, communityComment: '已核对' },
        ...{ isOnLeave: said.leave ?? false, isFalsified: said.falsified ?? false },
      },
    });
  }
});
afterAll(() => cityClock().right());

it('agrees with the arithmetic, figure by figure, for every member', async () => {
  const rows = (await list(town.administrator, FEEDBACKS, { filter: { subject: 'member' } })) as Row[];
  const byPerson = new Map(rows.map((row) => [String(row.personId), seen(row)]));
  expect(rows).toHaveLength(DOINGS.length);
  DOINGS.forEach((doing, index) => {
    expect([index, byPerson.get(String(people[index].personId))]).toEqual([
      index,
      oracle(countedOf(doing), doing.said),
    ]);
  });
});

it('agrees with the mean of the unit’s members who stood at the year’s end', async () => {
  const [unit] = await list(town.administrator, FEEDBACKS, { filter: { subject: 'unit', year: YEAR } });
  const counted = DOINGS.filter(({ fate }) => fate !== 'movesWithin' && fate !== 'leavesWithin').map(countedOf);
  const mean = (value: (each: (typeof counted)[number]) => number): number =>
    Math.trunc(sum(counted.map(value)) / counted.length);
  const row = await gone(town.community, unit.id, 'comment', {
    values: { communityPoints: 10, communityComment: '已核对' },
  });
  const { times, claimsServed, points } = seen(row);
  expect({ times, claimsServed, satisfaction: points.satisfaction }).toEqual({
    times: mean((each) => each.times),
    claimsServed: mean((each) => each.claims),
    satisfaction: tenths(
      (15 * sum(counted.flatMap(({ ratings }) => [...ratings]))) /
        (5 * counted.flatMap(({ ratings }) => [...ratings]).length),
    ),
  });
  // each kind of hours is divided by itself and cut to the minute, so the sum is at most as many minutes less
  expect(Number(row.minutes)).toBeGreaterThan(mean((each) => each.minutes) - 3);
  expect(Number(row.minutes)).toBeLessThanOrEqual(mean((each) => each.minutes) + 1);
  expect(
    await app()
      .db.getRepository(FEEDBACKS)
      .count({ filter: { year: YEAR } }),
  ).toBe(DOINGS.length + 1);
});
