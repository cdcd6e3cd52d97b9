/** Before a registration is sent or received: is there room, and where else. */
import { reset, signInAs, type Client } from '@test/server/harness';
import { memberOnRoll } from '@test/server/registration/service';
import { buildTown, codes, create, type Town } from '@test/server/registration/town';

interface Suggestion {
  isOverloading: boolean;
  limit: number;
  community: { name: string; members: number } | null;
  alternatives: { name: string }[];
}
let town: Town;
let member: Client;

beforeAll(async () => {
  await reset();
  town = await buildTown();
  member = await memberOnRoll(town);
  await create(town.administrator, 'hxSettings', { key: 'communityLimits', value: { units: 10, members: 1 } });
});
afterAll(() => town.administrator.post('hxSettings:destroy', {}, { query: { filterByTk: 'communityLimits' } }));

const suggest = (client: Client, query: Record<string, unknown>) =>
  client.get<Suggestion>('hxUnitRegistrations:suggest', query);

it('tells a member and the community that the roll is full, and names a community near it', async () => {
  for (const client of [member, town.community, town.liaison]) {
    const { body } = await suggest(client, { areaId: town.building.id, of: 'members' });
    expect(body.data).toMatchObject({ isOverloading: true, limit: 1, community: { name: '东社区', members: 1 } });
    expect(body.data.alternatives.map(({ name }) => name)).toEqual(['西社区']);
  }
});

it('says nothing where there is room, and counts units for units', async () => {
  const there = await suggest(member, { areaId: town.westBuilding.id, of: 'members' });
  expect(there.body.data).toMatchObject({ isOverloading: false, alternatives: [] });
  const units = await suggest(town.liaison, { areaId: town.east.id });
  expect(units.body.data).toMatchObject({ isOverloading: false, limit: 10 });
});

it('answers those who send or receive such registrations', async () => {
  const resident = await signInAs('resident', ['hx-resident']);
  expect((await suggest(resident, { areaId: town.east.id, of: 'members' })).status).toBe(403);
  expect((await suggest(member, { areaId: town.east.id })).status).toBe(403);
  const other = await suggest(member, { areaId: town.east.id, of: 'needs' });
  expect([other.status, codes(other)]).toEqual([400, ['PARAMETER_INVALID']]);
});
