import type { Model } from '@nocobase/database';
import type { WorkflowSeed } from '../../domain';
import { app, reset, root, signInAs, type Client } from '@test/server/harness';
import { apply, foundation, piece } from './support';

let administrator: Client;

beforeAll(async () => {
  await reset();
  administrator = await root();
});

describe('hxSeeds', () => {
  it('is for administrators: nobody else lists or applies', async () => {
    for (const role of ['member', 'hx-official', 'hx-city']) {
      const other = await signInAs(`seeds-${role}`, [role]);
      expect((await other.get('hxSeeds:list')).status).toBe(403);
      expect((await other.post('hxSeeds:reapply/1')).status).toBe(403);
    }
    const administratorRole = await signInAs('seeds-admin', ['admin']);
    const answer = await administratorRole.get('hxSeeds:list');
    expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
  });

  it('cannot be written by hand, and answers 404 to an unknown piece', async () => {
    expect((await administrator.post('hxSeeds:update?filterByTk=1', { version: 99 })).status).toBeGreaterThanOrEqual(
      400,
    );
    expect((await administrator.post('hxSeeds:reapply/999999')).status).toBe(404);
  });
});

describe('the brand', () => {
  const titleNow = async () => (await administrator.get<{ title: string }>('systemSettings:get')).body.data.title;
  const changeTitle = (raw_title: string) => administrator.post('systemSettings:put', { raw_title });

  it('is there after the installation: title, languages, logo and a default theme', async () => {
    const { data } = (
      await administrator.get<{ title: string; enabledLanguages: string[]; logo: { mimetype: string } }>(
        'systemSettings:get',
      )
    ).body;
    expect(data).toMatchObject({
      title: '红心善治',
      enabledLanguages: ['zh-CN', 'en-US'],
      logo: { mimetype: 'image/svg+xml' },
    });
    const themes = await administrator.get<{ uid: string; default: boolean }[]>('themeConfig:list');
    expect(themes.body.data.filter((theme) => theme.default).map((theme) => theme.uid)).toEqual(['hongxin']);
  });

  it("is the administrator's to change: an upgrade leaves it, and the settings page offers ours again", async () => {
    await changeTitle('龙口善治');
    await foundation().seeds.install();
    expect(await titleNow()).toBe('龙口善治');
    const edited = await piece(administrator, 'brand/title');
    expect(edited.state).toBe('edited');
    await administrator.post(`hxSeeds:reapply/${edited.id}`);
    expect(await titleNow()).toBe('红心善治');
  });
});

describe('workflows', () => {
  const seed: WorkflowSeed = {
    key: 'test-seeded-workflow',
    version: 1,
    title: { zh: '测试流程', en: 'Test' },
    type: 'collection',
    config: { collection: 'hxCalendarDays', mode: 1 },
    enabled: false,
    nodes: [
      { key: 'decide', type: 'condition', title: '判断', config: { rejectOnFalse: false } },
      { key: 'yes', type: 'end', title: '是', config: { endStatus: 1 }, branchIndex: 1 },
      { key: 'last', type: 'end', title: '结束', config: { endStatus: 1 }, after: 'decide' },
    ],
  };
  const versions = (): Promise<Model[]> =>
    app()
      .db.getRepository('workflows')
      .find({ filter: { key: seed.key }, appends: ['nodes'], sort: 'id' });

  it('are written once with their branches', async () => {
    await apply([], [seed]);
    await apply([], [seed]);
    const [workflow, ...others] = await versions();
    expect(others).toEqual([]);
    const nodes = new Map<string, Record<string, unknown>>(
      workflow.toJSON().nodes.map((node: Record<string, unknown>) => [node.key, node]),
    );
    expect(nodes.get('yes')).toMatchObject({ upstreamId: nodes.get('decide')?.id, branchIndex: 1 });
    expect(nodes.get('decide')).toMatchObject({ downstreamId: nodes.get('last')?.id });
  });

  it('follow a new version beside the old one, unless the administrator has changed theirs', async () => {
    await apply([], [{ ...seed, version: 2, title: { zh: '测试流程二', en: 'Test two' } }]);
    const after = await versions();
    expect(after.map((each) => each.get('current'))).toEqual([null, true]);
    await administrator.post(`workflows:update?filterByTk=${after[1].get('id')}`, { title: '我的流程' });
    await apply([], [{ ...seed, version: 3 }]);
    expect(await versions()).toHaveLength(2);
    expect(await piece(administrator, `workflow/${seed.key}`)).toMatchObject({
      state: 'outdated',
      version: 2,
      availableVersion: 3,
    });
  });
});

describe('collections', () => {
  it('of the pack stand in Data source manager, the internal ones do not', async () => {
    const names = (await administrator.get<{ name: string }[]>('collections:list', { paginate: false })).body.data.map(
      (each) => each.name,
    );
    expect(names).toContain('hxCalendarDays');
    expect(names).not.toContain('hxSeeds');
  });

  it('show the fields a later version has added', async () => {
    await app()
      .db.getRepository('fields')
      .destroy({ filter: { collectionName: 'hxCalendarDays', name: 'name' }, individualHooks: false, hooks: false });
    await foundation().seeds.install();
    const fields = await administrator.get<{ name: string }[]>('fields:list', {
      filter: { collectionName: 'hxCalendarDays' },
      paginate: false,
    });
    expect(fields.body.data.map((field) => field.name)).toContain('name');
  });
});
