import { app, reset, root, signInAs, type Client } from '@test/server/harness';
import { appoint, buildCity, create, postType, type City, type Row } from '@test/server/governance/city';
import type PluginGovernance from '../../plugin';
import type {
  FactsAnswer,
  GapRow,
  NarrowingAnswer,
  OverviewAnswer,
  SearchHit,
  TreeNode,
} from '../../../shared/answers';

let administrator: Client;
let cityAdministrator: Client;
let east: Client;
let city: City;
const organizations: Record<string, Row> = {};

beforeAll(async () => {
  await reset();
  administrator = await root();
  city = await buildCity(administrator);
  const add = async (key: string, level: string, area: Row, parent: Row | null, more: Record<string, unknown> = {}) => {
    organizations[key] = await create(administrator, 'hxOrganizations', {
      name: key,
      level,
      areaId: area.id,
      parentId: parent?.id,
      ...more,
    });
  };
  await add('东莱街道党工委', 'streetCommittee', city.street, null);
  await add('东社区党委', 'communityCommittee', city.east, organizations.东莱街道党工委);
  await add('西社区党委', 'communityCommittee', city.west, organizations.东莱街道党工委);
  await add('锦里小区党支部', 'estateBranch', city.eastEstate, organizations.东社区党委);
  await add('西小区党支部', 'estateBranch', city.westEstate, organizations.西社区党委);
  await add('一号楼党小组', 'buildingGroup', city.building, organizations.锦里小区党支部);
  await add('一单元中心户', 'memberHub', city.unit, organizations.一号楼党小组);
  await create(administrator, 'hxAreas', { name: '西1号楼', parentId: city.westEstate.id });
  await appoint(administrator, null, 'groupLeader', city.building, { organizationId: organizations.一号楼党小组.id });
  await appoint(administrator, null, 'estateSecretary', city.westEstate, { endsOn: '2024-01-01' });
  const secretary = await signInAs('east', ['member']);
  await appoint(administrator, secretary.userId, 'communitySecretary', city.east);
  east = await signInAs('east', ['hx-official']);
  cityAdministrator = await signInAs('city', ['hx-city']);
});

const overview = async (client: Client, query: Record<string, unknown> = {}) =>
  client.get<OverviewAnswer>('hxGovernance:overview', query);
const figure = (answer: OverviewAnswer, key: string) => answer.figures.find((each) => each.key === key);

describe('overview', () => {
  it('counts the city against the programme', async () => {
    const { body, status } = await overview(cityAdministrator);
    expect(status).toBe(200);
    expect(figure(body.data, 'communities')).toMatchObject({ value: 2, target: 39 });
    expect(figure(body.data, 'buildingGroups')).toMatchObject({ value: 1, target: 245 });
    expect(figure(body.data, 'vacantPosts')).toMatchObject({ value: 3 });
  });

  it('counts an official’s own community only, against what is there', async () => {
    const { body } = await overview(east);
    expect(figure(body.data, 'communities')?.value).toBe(1);
    expect(figure(body.data, 'buildings')?.value).toBe(1);
    expect(figure(body.data, 'buildingGroups')).toMatchObject({ value: 1, target: 1 });
    expect(body.data.areas.map((area) => area.name)).toEqual(['东社区', '东小区']);
    expect(body.data.gaps.find((gap) => gap.kind === 'buildingWithoutGroup')?.count).toBe(0);
    expect(body.data.gaps.find((gap) => gap.kind === 'termExpired')?.count).toBe(0);
  });

  it('offers to narrow lists to areas of the caller’s own, and to what figures counted', async () => {
    const { areas, figures } = (await east.get<NarrowingAnswer>('hxGovernance:narrowing')).body.data;
    expect(areas.map(({ name }) => name)).toEqual(['东社区', '东小区']);
    expect(figures.find(({ key }) => key === 'estates')).toMatchObject({
      collection: 'hxAreas',
      filter: { level: 'estate' },
    });
  });

  it('gives nothing of an area outside', async () => {
    expect((await overview(east, { areaCode: city.west.code })).status).toBe(403);
    expect((await overview(east, { areaCode: "1' OR '1'='1" })).status).toBe(403);
    expect((await overview(cityAdministrator, { areaCode: city.west.code })).status).toBe(200);
  });

  it.each(['hx-member', 'hx-unit', 'hx-resident', 'member'])('is closed to %s', async (role) => {
    const client = await signInAs(`someone-${role}`, [role]);
    for (const action of ['overview', 'tree', 'gaps', 'exportGaps', 'facts']) {
      expect((await client.get(`hxGovernance:${action}`)).status).toBe(403);
    }
    expect((await client.get('hxGovernance:narrowing')).body.data).toEqual({ areas: [], figures: [] });
  });

  it('shows figures that other plugins register', async () => {
    (app().pm.get('@hongxin/plugin-governance') as PluginGovernance).figures.registerFigures({
      name: 'test',
      sort: 900,
      figures: [{ key: 'answer', title: { zh: '答案', en: 'Answer' }, unit: { zh: '个', en: '' } }],
      measure: async ({ isWholeCity }) => ({ answer: { value: isWholeCity ? 42 : 7 } }),
    });
    expect(figure((await overview(cityAdministrator)).body.data, 'answer')?.value).toBe(42);
    expect(figure((await overview(east)).body.data, 'answer')?.value).toBe(7);
  });
});

describe('tree', () => {
  const nodes = async (client: Client, query: Record<string, unknown> = {}) =>
    (await client.get<{ nodes: TreeNode[] }>('hxGovernance:tree', query)).body.data.nodes;
  const hits = async (client: Client, search: string) =>
    (await client.get<{ hits: SearchHit[] }>('hxGovernance:tree', { search })).body.data.hits;

  it('opens one level at a time, with heads, counts and gaps', async () => {
    const [street] = await nodes(cityAdministrator);
    expect(street).toMatchObject({ name: '东莱街道党工委', children: 2, head: null });
    const communities = await nodes(cityAdministrator, { parentId: street.id });
    expect(communities.map((node) => node.name)).toEqual(['东社区党委', '西社区党委']);
    expect(communities[0].head).toBe('王communitySecretary');
    expect(communities[1].gaps).toContainEqual({ kind: 'buildingWithoutGroup', count: 1 });
    expect(communities[1].gaps).toContainEqual({ kind: 'termExpired', count: 1 });
  });

  it('starts at an official’s own organisation and never leaves it', async () => {
    expect((await nodes(east)).map((node) => node.name)).toEqual(['东社区党委']);
    expect(await nodes(east, { parentId: organizations.东莱街道党工委.id })).toMatchObject([{ name: '东社区党委' }]);
    expect(await nodes(east, { parentId: organizations.西社区党委.id })).toEqual([]);
    expect(await hits(east, '西')).toEqual([]);
  });

  it('finds organisations by name and by the initials of their pinyin, with the way down to them', async () => {
    expect((await hits(cityAdministrator, '锦里')).map((hit) => hit.name)).toEqual(['锦里小区党支部']);
    const [hit] = await hits(cityAdministrator, 'jlxq');
    expect(hit).toMatchObject({ name: '锦里小区党支部', path: '东莱街道 / 东社区 / 东小区' });
    expect(hit.trail).toEqual(
      [organizations.东莱街道党工委, organizations.东社区党委, organizations.锦里小区党支部].map((each) =>
        String(each.id),
      ),
    );
    expect((await hits(east, 'jlxq'))[0].trail).toHaveLength(2);
    expect(await hits(cityAdministrator, '%')).toEqual([]);
  });
});

describe('facts', () => {
  it('says where an organisation is, who heads it, and warns of too few households', async () => {
    const { body } = await cityAdministrator.get<FactsAnswer>('hxGovernance:facts', {
      organizationId: organizations.一单元中心户.id,
    });
    expect(body.data).toMatchObject({
      name: '一单元中心户',
      households: 0,
      householdsWarning: true,
      parent: '一号楼党小组',
    });
    const group = await cityAdministrator.get<FactsAnswer>('hxGovernance:facts', {
      organizationId: organizations.一号楼党小组.id,
    });
    expect(group.body.data.current).toMatchObject([{ title: '楼栋党小组长', isHead: true }]);
    expect(group.body.data.householdsWarning).toBe(false);
  });

  it('knows nothing of another community', async () => {
    expect((await east.get('hxGovernance:facts', { organizationId: organizations.西小区党支部.id })).status).toBe(404);
  });
});

describe('gaps', () => {
  interface Gaps {
    rows: GapRow[];
    count: number;
  }
  const gaps = async (client: Client, query: Record<string, unknown> = {}) =>
    (await client.get<GapRow[] | Gaps>('hxGovernance:gaps', { pageSize: 100, ...query })).body;

  function rowsOf(body: { data: unknown; meta?: Record<string, unknown> }): GapRow[] {
    return Array.isArray(body.data) ? (body.data as GapRow[]) : (body.data as Gaps).rows;
  }

  it('names every kind of gap, and where', async () => {
    const rows = rowsOf(await gaps(cityAdministrator));
    const found = rows.map((row) => [row.kind, row.name]);
    expect(found).toContainEqual(['buildingWithoutGroup', '西1号楼']);
    expect(found).toContainEqual(['buildingWithoutHead', '1号楼']);
    expect(found).toContainEqual(['unitWithoutHead', '1单元']);
    expect(found).toContainEqual(['hubHouseholds', '一单元中心户']);
    expect(found).toContainEqual(['termExpired', '小区党支部书记·王estateSecretary']);
    expect(found).toContainEqual(['organizationWithoutHead', '东莱街道党工委']);
    expect(rows.find((row) => row.name === '西1号楼')?.path).toBe('东莱街道 / 西社区 / 西小区 / 西1号楼');
    expect(found).not.toContainEqual(['organizationWithoutHead', '一号楼党小组']);
  });

  it('keeps to the caller’s areas, the kind asked for and the page', async () => {
    const own = rowsOf(await gaps(east));
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter((row) => !row.code.startsWith(String(city.east.code)))).toEqual([]);
    expect(new Set(rowsOf(await gaps(cityAdministrator, { kind: 'unitWithoutHead' })).map((row) => row.kind))).toEqual(
      new Set(['unitWithoutHead']),
    );
    expect(rowsOf(await gaps(cityAdministrator, { pageSize: 2, page: 2 }))).toHaveLength(2);
    expect((await cityAdministrator.get('hxGovernance:gaps', { kind: 'nothing' })).status).toBe(400);
  });

  it('closes a gap when it is filled', async () => {
    const person = await create(administrator, 'hxPersons', { name: '冯楼长', areaId: city.unit.id });
    await create(administrator, 'hxPosts', {
      personId: person.id,
      postTypeId: await postType(administrator, 'buildingHead'),
      areaId: city.building.id,
      startsOn: '2026-01-01',
    });
    expect(rowsOf(await gaps(east, { kind: 'buildingWithoutHead' }))).toEqual([]);
  });

  it('gives the list as a file for Excel, and leaves a trace', async () => {
    const answer = await east.call<string>('GET', 'hxGovernance:exportGaps');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/csv');
    expect(String(answer.body.data)).toContain('1单元');
    expect(String(answer.body.data)).not.toContain('西1号楼');
    const traces = await app()
      .db.getRepository('hxEvents')
      .find({ filter: { transition: 'export' } });
    expect(traces.map((trace: { get(name: string): unknown }) => Number(trace.get('actorId')))).toContain(east.userId);
  });
});
