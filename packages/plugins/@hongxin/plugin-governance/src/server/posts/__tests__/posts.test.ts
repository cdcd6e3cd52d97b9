import { app, reset, root, signInAs, type Client } from '@test/server/harness';
import {
  appoint,
  buildCity,
  codes,
  create,
  list,
  postType,
  remove,
  update,
  type City,
  type Row,
} from '@test/server/governance/city';

let administrator: Client;
let city: City;
let buildingHead: number;
let people: Row[];

beforeAll(async () => {
  await reset();
  administrator = await root();
  city = await buildCity(administrator);
  buildingHead = await postType(administrator, 'buildingHead');
  people = await Promise.all(
    ['张三', '李四', '欧阳五'].map((name) => create(administrator, 'hxPersons', { name, areaId: city.unit.id })),
  );
});

const post = (person: Row, values: Record<string, unknown> = {}) =>
  administrator.post<Row>('hxPosts:create', {
    personId: person.id,
    postTypeId: buildingHead,
    areaId: city.building.id,
    startsOn: '2026-01-01',
    ...values,
  });

it('holds one 楼长 per building and names who has the seat, masked', async () => {
  expect((await post(people[0], { endsOn: '2026-06-30' })).status).toBe(200);
  const second = await post(people[1], { startsOn: '2026-06-30' });
  expect(second.status).toBe(400);
  expect(second.body.errors?.[0]).toMatchObject({
    code: 'SEAT_TAKEN',
    params: { holder: '张**', from: '2026-01-01', to: '2026-06-30' },
  });
  expect(second.body.errors?.[0].message).not.toContain('张三');
  expect((await post(people[1], { startsOn: '2026-07-01' })).status).toBe(200);
});

it('refuses to prolong a term into the next one', async () => {
  const [first] = await list(administrator, 'hxPosts', { filter: { personId: people[0].id } });
  const answer = await update(administrator, 'hxPosts', first.id, { endsOn: '2026-12-31' });
  expect(codes(answer)).toEqual(['SEAT_TAKEN']);
});

it('gives a seat to one of two who take it at the same moment', async () => {
  const other = await create(administrator, 'hxAreas', { name: '3号楼', parentId: city.eastEstate.id });
  const answers = await Promise.all(people.slice(0, 2).map((person) => post(person, { areaId: other.id })));
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 400]);
  expect(answers.flatMap(codes)).toEqual(['SEAT_TAKEN']);
  expect(await list(administrator, 'hxPosts', { filter: { areaId: other.id } })).toHaveLength(1);
});

it('is held by the database even against plain SQL', async () => {
  const insert = `INSERT INTO "hxPosts" (id, "createdAt", "updatedAt", "personId", "postTypeId", "areaId", "startsOn", "seatKey")
    VALUES (1, now(), now(), ${people[2].id}, ${buildingHead}, ${city.building.id}, '2026-08-01', '${buildingHead}:${city.building.id}')`;
  await expect(app().db.sequelize.query(insert)).rejects.toMatchObject({ constraint: 'hx_posts_one_holder_per_seat' });
});

it.each([
  ['that ends before it starts', () => ({ endsOn: '2025-12-31' }), 'TERM_ENDS_BEFORE_START'],
  ['without a start', () => ({ startsOn: null }), ['FIELD_REQUIRED', undefined]],
  ['in an area of another level', () => ({ areaId: city.eastEstate.id }), 'POST_AREA_LEVEL'],
  ['without a place', () => ({ areaId: null }), 'POST_AREA_REQUIRED'],
  ['of nobody', () => ({ personId: null }), 'POST_PERSON_MISSING'],
  ['of no kind', () => ({ postTypeId: null }), 'POST_TYPE_MISSING'],
  [
    'whose publicity ends before it starts',
    () => ({ startsOn: '2030-01-01', publicityFrom: '2029-02-02', publicityTo: '2029-02-01' }),
    'PUBLICITY_ENDS_BEFORE_START',
  ],
])('refuses a term %s', async (_what, values, code) => {
  const answer = await post(people[2], { startsOn: '2031-01-01', ...values() });
  expect(answer.status).toBe(400);
  if (typeof code === 'string') expect(codes(answer)).toContain(code);
});

it('keeps terms that have begun, and lets one that has not be withdrawn', async () => {
  const [begun] = await list(administrator, 'hxPosts', { filter: { personId: people[0].id } });
  expect(codes(await remove(administrator, 'hxPosts', begun.id))).toEqual(['POST_HAS_HISTORY']);
  const empty = await create(administrator, 'hxAreas', { name: '5号楼', parentId: city.eastEstate.id });
  const planned = await post(people[2], { areaId: empty.id, startsOn: '2090-01-01' });
  expect((await remove(administrator, 'hxPosts', planned.body.data.id)).status).toBe(200);
});

it('refuses seats and places written by the caller', async () => {
  const other = await create(administrator, 'hxAreas', { name: '4号楼', parentId: city.eastEstate.id });
  const answer = await post(people[2], { areaId: other.id, areaCode: '370681001002' });
  expect(answer.status).toBe(403);
  expect(await list(administrator, 'hxPosts', { filter: { areaId: other.id } })).toEqual([]);
});

it('refuses a type that becomes single-seat while two hold it', async () => {
  const type = await create(administrator, 'hxPostTypes', { code: 'helper', title: '帮手', level: 'building' });
  for (const person of people.slice(0, 2)) await post(person, { postTypeId: type.id, startsOn: '2027-01-01' });
  const answer = await update(administrator, 'hxPostTypes', type.id, { singleSeat: true });
  expect(answer.status).toBe(400);
  expect(codes(answer)).toEqual(['SEAT_TAKEN']);
});

describe('rights that come with a post', () => {
  it('gives the role of NocoBase with the post, and its areas through the covered areas too', async () => {
    const user = await signInAs('branch-secretary', ['member']);
    const street = await create(administrator, 'hxOrganizations', {
      name: '党工委',
      level: 'streetCommittee',
      areaId: city.street.id,
    });
    const community = await create(administrator, 'hxOrganizations', {
      name: '党委',
      level: 'communityCommittee',
      areaId: city.east.id,
      parentId: street.id,
    });
    const branch = await create(administrator, 'hxOrganizations', {
      name: '联合支部',
      level: 'estateBranch',
      areaId: city.eastEstate.id,
      parentId: community.id,
      formation: 'joint',
      coveredAreas: [city.westEstate.id],
    });
    await appoint(administrator, user.userId, 'estateSecretary', city.eastEstate, { organizationId: branch.id });
    const roles = await administrator.get<{ name: string }[]>(`users/${user.userId}/roles:list`);
    expect(roles.body.data.map((role) => role.name)).toContain('hx-official');
    const official = await signInAs('branch-secretary', ['hx-official']);
    const areas = await list(official, 'hxAreas', { sort: ['code'] });
    expect(areas.map((area) => area.code).filter((code) => String(code).length === 15)).toEqual([
      '370681001001001',
      '370681001002001',
    ]);
  });

  it('reaches nothing after the term', async () => {
    const user = await signInAs('former', ['member']);
    await appoint(administrator, user.userId, 'communitySecretary', city.east, {
      startsOn: '2020-01-01',
      endsOn: '2021-01-01',
    });
    const roles = await administrator.get<{ name: string }[]>(`users/${user.userId}/roles:list`);
    expect(roles.body.data.map((role) => role.name)).not.toContain('hx-official');
    const former = await signInAs('former-2', ['hx-official']);
    expect(await list(former, 'hxAreas')).toEqual([]);
  });

  it('does not let an official appoint a peer or prolong the own term', async () => {
    const user = await signInAs('community-secretary', ['member']);
    const own = await appoint(administrator, user.userId, 'communitySecretary', city.east, { endsOn: '2090-12-31' });
    const official = await signInAs('community-secretary', ['hx-official']);
    const person = await create(official, 'hxPersons', { name: '赵六', areaId: city.unit.id });
    const peer = await official.post('hxPosts:create', {
      personId: person.id,
      postTypeId: await postType(official, 'communityWorker'),
      areaId: city.east.id,
      startsOn: '2026-01-01',
    });
    expect(peer.status).toBe(403);
    expect(codes(peer)).toEqual(['POST_GRANT_NOT_BELOW']);
    expect((await update(official, 'hxPosts', own.id, { endsOn: '2099-12-31' })).status).toBe(403);
    const below = await official.post('hxPosts:create', {
      personId: person.id,
      postTypeId: await postType(official, 'estateSecretary'),
      areaId: city.eastEstate.id,
      startsOn: '2026-01-01',
    });
    expect(below.status).toBe(200);
  });

  it('does not let an official link a person to a user', async () => {
    const official = await signInAs('community-secretary', ['hx-official']);
    const answer = await official.post('hxPersons:create', {
      name: '钱七',
      areaId: city.unit.id,
      userId: official.userId,
    });
    const linked = await list(administrator, 'hxPersons', { filter: { name: '钱七' } });
    if (answer.status === 200) expect(linked[0].userId).toBeNull();
    else expect(linked).toEqual([]);
  });
});
