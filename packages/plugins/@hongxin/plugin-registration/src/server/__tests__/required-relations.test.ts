/** A relation that a record needs stays filled through every door, for administrators too. */
import { app, reset, type Answer, type Client } from '@test/server/harness';
import { raise } from '@test/server/registration/needs';
import { openPost, serviceClass } from '@test/server/registration/service';
import { buildTown, create, type Row, type Town } from '@test/server/registration/town';

let town: Town;
let classId: number;

beforeAll(async () => {
  await reset();
  town = await buildTown();
  classId = await serviceClass('legalAid');
});

const post = (path: string, body: unknown, client: Client = town.administrator): Promise<Answer<Row>> =>
  client.post<Row>(path, body, { headers: { 'x-locale': 'zh-CN' } });

/** What the rules of posts say themselves. */
const OWN_WORDS: Readonly<Record<string, string>> = {
  personId: 'POST_PERSON_MISSING',
  postTypeId: 'POST_TYPE_MISSING',
};

function expectRefused(answer: Answer, field: string, title: string): void {
  const code = OWN_WORDS[field] ?? 'FIELD_REQUIRED';
  expect([answer.status, answer.body.errors?.map((each) => [each.code, each.field])]).toEqual([400, [[code, field]]]);
  if (code === 'FIELD_REQUIRED') expect(answer.body.errors?.[0].message).toContain(`“${title}”`);
}

/** A record of every collection that needs another one: the relation, its title, and how one is made. */
const RECORDS: [string, string, string, () => Promise<Row>][] = [
  ['hxNeeds', 'area', '所在区域', () => raise(town, town.community)],
  ['hxResources', 'unit', '提供单位', () => create(town.administrator, 'hxResources', resource())],
  ['hxResources', 'area', '服务区域', () => create(town.administrator, 'hxResources', resource())],
  ['hxServicePosts', 'area', '服务区域', () => create(town.administrator, 'hxServicePosts', servicePost())],
  ['hxServicePosts', 'serviceClass', '服务类别', () => openPost(town)],
  ['hxPosts', 'person', '人员', anyPost],
  ['hxPosts', 'postType', '岗位', anyPost],
];

const resource = () => ({ title: '会议室', kind: 'venue', unitId: town.work.id, areaId: town.east.id });
const servicePost = () => ({
  ...{ title: '岗', serviceClassId: classId, areaId: town.east.id, headCount: 3 },
  ...{ startsAt: '2027-12-05T01:00:00Z', endsAt: '2027-12-05T04:00:00Z' },
});
async function anyPost(): Promise<Row> {
  return (await app().db.getRepository('hxPosts').findOne()).toJSON() as Row;
}

it.each(RECORDS)('of %s: %s (%s)', async (collection, relation, title, make) => {
  const { id } = await make();
  const key = `${relation}Id`;
  for (const values of [{ [key]: null }, { [relation]: null }])
    expectRefused(await post(`${collection}:update/${String(id)}`, values), key, title);
  expectRefused(await post(`${collection}/${String(id)}/${relation}:remove`, {}), key, title);
  expect((await post(`${collection}/${String(id)}/${relation}:set`, {})).status).toBe(400);
  const row = await app().db.getRepository(collection).findOne({ filterByTk: id });
  expect(row.get(key)).not.toBeNull();
});

it('is asked of whoever may change the record', async () => {
  const { id } = await raise(town, town.community);
  for (const values of [{ areaId: null }, { area: null }])
    expectRefused(await post(`hxNeeds:update/${String(id)}`, values, town.community), 'areaId', '所在区域');
});

it('is asked of a transition', async () => {
  const { id } = await raise(town, town.community);
  for (const serviceClassId of [null, ''])
    expectRefused(
      await post(
        `hxNeeds:transition/${String(id)}`,
        { transition: 'review', values: { serviceClassId } },
        town.community,
      ),
      'serviceClassId',
      '服务类别',
    );
});

it('may be missing in a draft where publishing asks for it, and then no longer', async () => {
  const { areaId, title } = servicePost();
  const draft = await post('hxServicePosts:create', { title, headCount: 3, area: { id: areaId } }, town.community);
  expect([draft.status, draft.body.data?.state, draft.body.data?.serviceClassId ?? null]).toEqual([200, 'draft', null]);
  const path = `hxServicePosts:transition/${String(draft.body.data?.id)}`;
  const published = await post(path, { transition: 'publish' }, town.community);
  expect(published.status).toBe(400);
  expect(published.body.errors?.map(({ field }) => field)).toEqual(['serviceClassId', 'startsAt', 'endsAt']);
  const without = await post('hxServicePosts:create', { title, headCount: 3, serviceClassId: classId }, town.community);
  expectRefused(without, 'areaId', '服务区域');
});

it('is not taken off from the other side', async () => {
  const { personId } = await anyPost();
  expectRefused(await post(`hxPersons/${String(personId)}/posts:set`, []), 'personId', '人员');
});
