import { subtreeRange } from '@hongxin/rules/mechanism';
import { app, reset, root, signedOut, type Client } from '@test/server/harness';
import { DEMO_ACCOUNTS } from '../accounts';
import { excerptCity } from '../city/excerpt';
import { generateCity } from '../city/generate-city';
import type { City } from '../city/types';
import hxDemoStages from '../collections/hxDemoStages';
import { loadDemo, percentOf, stageCount, type LoadOptions } from '../loader';

// a load is some thousand statements
jest.setTimeout(300_000);

const TODAY = '2026-11-24';
const PASSWORD = 'Longkou-test-1';
/** 锦里 and 府东 of one street, 润新 of another. */
const COMMUNITIES = ['370681001001', '370681001002', '370681002001'];

const cityOf = (today: string): City => excerptCity(generateCity(today), COMMUNITIES, 2);
const city = cityOf(TODAY);
const load = (make: (today: string) => City = cityOf, part: Partial<LoadOptions> = {}): Promise<number> =>
  loadDemo({ app: app(), cityOf: make, today: TODAY, report: () => undefined, ...part });

async function count(collection: string): Promise<number> {
  return app().db.getRepository(collection).count();
}

async function signIn(username: string): Promise<Client> {
  const answer = await signedOut().post<{ token: string }>('auth:signIn', { account: username, password: PASSWORD });
  expect(answer.status).toBe(200);
  const account = DEMO_ACCOUNTS.find((each) => each.username === username);
  return Object.assign(await root(), { token: answer.body.data.token, role: account?.role ?? null });
}

beforeAll(async () => {
  process.env.HX_DEMO_PASSWORD = PASSWORD;
  await reset();
  app().db.collection(hxDemoStages);
  await app().db.getCollection('hxDemoStages').sync();
});

afterAll(async () => {
  delete process.env.HX_DEMO_PASSWORD;
  await app().db.getModel('hxDemoStages').drop();
  app().db.removeCollection('hxDemoStages');
  await reset();
});

it('rolls a part that fails back and goes on there', async () => {
  const broken: City = { ...city, posts: [{ ...city.posts[0], endsOn: '2000-01-01' }, ...city.posts.slice(1)] };
  await expect(load(() => broken)).rejects.toMatchObject({
    reasons: expect.arrayContaining([expect.objectContaining({ code: 'TERM_ENDS_BEFORE_START' })]),
  });
  expect(await count('hxPosts')).toBe(0);
  expect(await count('hxPersons')).toBe(city.persons.length);
  expect(await load(cityOf, { isGroundOnly: true })).toBeGreaterThan(0);
  expect(await count('hxPosts')).toBe(city.posts.length);
  expect(await count('hxPersons')).toBe(city.persons.length);
});

it('loads first what people sign in with and stand in, and of the rest nothing once it is stopped', async () => {
  expect(await count('hxUnits')).toBe(city.workUnits.length);
  expect(await load(cityOf, { isGroundOnly: true })).toBe(0);
  expect(await load(cityOf, { isStopped: () => true })).toBe(0);
  expect(await count('hxMemberRegistrations')).toBe(0);
  let asked = 0;
  const some = await load(cityOf, { isStopped: () => (asked += 1) > 1 });
  expect([some, await count('hxMemberRegistrations')]).toEqual([1, expect.any(Number)]);
  expect(await load()).toBeGreaterThan(0);
  expect(await count('hxMemberRegistrations')).toBe(city.registrations.length);
});

it('says how much is loaded until all of it is', () => {
  expect([percentOf(1), percentOf(stageCount() - 1)]).toEqual([expect.any(Number), expect.any(Number)]);
  expect(percentOf(stageCount() - 1)).toBeLessThan(100);
  expect(percentOf(stageCount())).toBeNull();
});

it('writes every row once, however often it is called', async () => {
  const counts = () =>
    Promise.all(
      ['hxAreas', 'hxOrganizations', 'hxHouseholds', 'hxUnits', 'hxMemberRegistrations', 'hxEvents', 'users'].map(
        count,
      ),
    );
  const before = await counts();
  expect(before.slice(0, 4)).toEqual([
    city.areas.length,
    city.organizations.length,
    city.households.length,
    city.workUnits.length,
  ]);
  expect(await load()).toBe(0);
  expect(await counts()).toEqual(before);
});

it('brings every registration to its state by transitions that left their events', async () => {
  const administrator = await root();
  const wanted: Record<string, number> = {};
  for (const { state } of city.registrations) wanted[state] = (wanted[state] ?? 0) + 1;
  // who is transferred is handed on to the other community and waits there
  wanted.submitted = (wanted.submitted ?? 0) + (wanted.transferred ?? 0);
  for (const [state, expected] of Object.entries(wanted)) {
    const answer = await administrator.get('hxMemberRegistrations:list', { filter: { state }, pageSize: 1 });
    expect([state, answer.body.meta?.count]).toEqual([state, expected]);
  }
  const steps = city.registrations.reduce((total, registration) => total + registration.steps.length, 0);
  const events = await app()
    .db.getRepository('hxEvents')
    .count({ filter: { collectionName: 'hxMemberRegistrations' } });
  expect(events).toBe(steps + (wanted.transferred ?? 0));
});

it('brings units to their states and one community’s year into every state of its feedback', async () => {
  const administrator = await root();
  const stated = async (collection: string, state: string): Promise<unknown> =>
    (await administrator.get(`${collection}:list`, { filter: { state }, pageSize: 1 })).body.meta?.count;
  const onRoll = city.unitRegistrations.filter(({ state }) => state === 'onRoll').length;
  expect(await stated('hxUnitRegistrations', 'onRoll')).toBe(onRoll);
  const counts = await Promise.all(
    ['computed', 'commented', 'signed', 'objected', 'issued'].map((state) => stated('hxYearFeedbacks', state)),
  );
  expect(counts.reduce<number>((sum, count) => sum + Number(count), 0)).toBe(await count('hxYearFeedbacks'));
});

it('lets every demo account sign in by its name', async () => {
  for (const { username } of DEMO_ACCOUNTS) await signIn(username);
});

it('gives the nested officials their own part of the city and nothing of the others', async () => {
  const seen = async (username: string): Promise<(string | undefined)[]> => {
    const answer = await (await signIn(username)).get<{ areaCode: string }[]>('hxPersons:list', { pageSize: 200 });
    expect(answer.status).toBe(200);
    expect(answer.body.data.length).toBeGreaterThan(0);
    return answer.body.data.map((person) => person.areaCode);
  };
  expect((await seen('demo-community')).every((code) => code?.startsWith('370681001001'))).toBe(true);
  expect((await seen('demo-community2')).every((code) => code?.startsWith('370681002001'))).toBe(true);
  expect((await seen('demo-estate')).every((code) => code?.startsWith('370681001001001'))).toBe(true);
  // a joint group's leader is in charge of every building the group covers
  const group = city.organizations.find(({ level }) => level === 'buildingGroup');
  const buildings = [group?.areaCode, ...(group?.otherAreaCodes ?? [])].map(String);
  const inGroup = (code = '') => buildings.some((building) => code.startsWith(building));
  expect((await seen('demo-building')).every(inGroup)).toBe(true);
});

it('leaves demo-member to register, and demo-member2 on the roll with a receipt', async () => {
  const first = await (await signIn('demo-member')).get<unknown[]>('hxMemberRegistrations:list');
  expect(first.body.data).toEqual([]);
  const second = await (await signIn('demo-member2')).get<Record<string, unknown>[]>('hxMemberRegistrations:list');
  expect(second.body.data).toHaveLength(1);
  expect(second.body.data[0]).toMatchObject({ state: 'onRoll', areaCode: '370681001001' });
  expect(second.body.data[0].receiptNumber).toBeTruthy();
});

interface Figures {
  figures: { key: string; value: number }[];
}
interface Narrowing {
  areas: { code: string }[];
  figures: { key: string; collection: string; filter: object }[];
}

/** Hours are not counted but added up. */
const SUMS = ['serviceHours'];

it.each(['demo-city', 'demo-street', 'demo-community', 'demo-estate'])(
  'lists for %s behind every figure just what was counted, in the whole of their area and in a part of it',
  async (username) => {
    const client = await signIn(username);
    const { areas, figures } = (await client.get<Narrowing>('hxGovernance:narrowing')).body.data;
    expect(figures.length).toBeGreaterThan(10);
    for (const areaCode of [null, areas[1].code]) {
      const query = areaCode === null ? {} : { areaCode };
      const overview = (await client.get<Figures>('hxGovernance:overview', query)).body.data;
      const { from, to } = subtreeRange(areaCode ?? '370681');
      const listed: Record<string, unknown> = {};
      const counted: Record<string, unknown> = {};
      for (const { key, collection, filter } of figures.filter((each) => !SUMS.includes(each.key))) {
        const place = { [collection === 'hxAreas' ? 'code' : 'areaCode']: { $gte: from, $lt: to } };
        const list = await client.get(`${collection}:list`, { filter: { $and: [filter, place] }, pageSize: 1 });
        listed[key] = list.status === 200 ? list.body.meta?.count : list.body;
        counted[key] = overview.figures.find((each) => each.key === key)?.value;
      }
      expect(listed).toEqual(counted);
    }
  },
);
