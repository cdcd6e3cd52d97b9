import { app, reset, root, type Client } from '@test/server/harness';
import {
  EAST,
  fillPlaces,
  foundation,
  preparePlaces,
  signInWithPosts,
  type Places,
} from '@test/server/foundation/places';

type Row = Record<string, unknown> & { id: number };
type Answer = Awaited<ReturnType<Client['post']>>;

let places: Places;
let east: Client;
let member: Client;
let administrator: Client;

beforeAll(async () => {
  await preparePlaces();
  await reset();
  places = await fillPlaces();
  east = await signInWithPosts('write-east', 'hx-official', [EAST]);
  member = await signInWithPosts('write-member', 'hx-member', []);
  administrator = await root();
});

const refusal = (answer: Answer) => [answer.status, answer.body.errors?.[0]?.code, answer.body.errors?.[0]?.field];
const count = () => app().db.getRepository('hxTestRecords').count();
const stored = (id: unknown) =>
  app()
    .db.getRepository('hxTestRecords')
    .findOne({ filterByTk: id as number });

describe('where a record may be written', () => {
  it('creates inside the areas of the caller, and fills the area code itself', async () => {
    const answer = await east.post<Row>('hxTestRecords:create', {
      title: 'new',
      areaId: places.areas.estate,
      amount: 1,
    });
    expect(answer.status).toBe(200);
    expect((await stored(answer.body.data.id))?.get('areaCode')).toBe('370681001001001');
    expect(answer.body.data).not.toHaveProperty('secret');
  });

  it.each([
    ['areaId', (id: number) => id],
    ['area', (id: number) => ({ id })],
    ['area', (id: number) => id],
  ])('refuses to create in the area of another community, given as %s', async (field, shape) => {
    const before = await count();
    const outside = await east.post('hxTestRecords:create', { title: 'x', [field]: shape(places.areas.west) });
    const missing = await east.post('hxTestRecords:create', { title: 'x', [field]: shape(99999999) });
    expect(refusal(outside)).toEqual([400, 'REFERENCE_NOT_FOUND', 'areaId']);
    // Whether the area exists must not show.
    expect(missing.body).toEqual(outside.body);
    expect(await count()).toBe(before);
  });

  it('refuses a record without an area: it would lie outside every scope', async () => {
    expect(refusal(await east.post('hxTestRecords:create', { title: 'x' }))[1]).toBe('OUT_OF_SCOPE');
  });

  it('refuses to move a record out of the areas of the caller', async () => {
    const answer = await east.post(`hxTestRecords:update/${places.east}`, { areaId: places.areas.west });
    expect(refusal(answer)).toEqual([400, 'REFERENCE_NOT_FOUND', 'areaId']);
    expect((await stored(places.east))?.get('areaId')).toBe(places.areas.estate);
  });

  it('refuses a reference to a record of another area', async () => {
    expect(refusal(await east.post(`hxTestRecords:update/${places.east}`, { friendId: places.west + 1000 }))[1]).toBe(
      'REFERENCE_NOT_FOUND',
    );
    const answer = await east.post('hxTestRecords:create', {
      title: 'x',
      areaId: places.areas.estate,
      friendId: places.west,
    });
    expect(refusal(answer)).toEqual([400, 'REFERENCE_NOT_FOUND', 'friendId']);
  });

  it('keeps areas themselves inside: an area cannot be created elsewhere', async () => {
    expect(refusal(await east.post('hxTestAreas:create', { code: '370681001002009', name: 'x' }))[1]).toBe(
      'OUT_OF_SCOPE',
    );
    expect((await east.post('hxTestAreas:create', { code: '370681001001009', name: 'x' })).status).toBe(200);
  });

  it('makes the caller the owner of what they may write as their own', async () => {
    const answer = await member.post<Row>('hxTestRecords:create', {
      title: 'mine',
      areaId: places.areas.west,
      phone: '13700000003',
    });
    expect(answer.status).toBe(200);
    expect((await stored(answer.body.data.id))?.get('ownerId')).toBe(member.userId);
    const seen = await member.get<Row[]>('hxTestRecords:list');
    expect(seen.body.data.map((row) => row.title)).toEqual(['mine']);
    expect(seen.body.data[0].phone).toBe('13700000003'); // one's own, in clear
  });

  it('leaves the work of the system free', async () => {
    const identity = { userId: east.userId, roles: ['hx-official'], areaGrants: [], isAdministrator: false };
    const create = () =>
      app()
        .db.getRepository('hxTestRecords')
        .create({ values: { title: 'system', areaId: places.areas.west } });
    const { identities } = foundation();
    await expect(identities.runAs(identity, create)).rejects.toThrow();
    await expect(identities.runAs(identity, () => identities.runAsSystem(create))).resolves.toBeTruthy();
  });
});

describe('which fields may be written', () => {
  it.each([['secret'], ['ownerId'], ['createdById']])('says so when %s is not the caller’s to write', async (field) => {
    expect(
      refusal(await east.post('hxTestRecords:create', { title: 'x', areaId: places.areas.estate, [field]: 1 })),
    ).toEqual([403, 'FIELD_NOT_WRITABLE', field]);
    expect(refusal(await east.post(`hxTestRecords:update/${places.east}`, { [field]: 1 }))).toEqual([
      403,
      'FIELD_NOT_WRITABLE',
      field,
    ]);
  });

  it('takes a field back unchanged', async () => {
    const answer = await east.post(`hxTestRecords:update/${places.east}`, {
      id: places.east,
      title: 'east',
      state: 'draft',
    });
    expect(answer.status).toBe(200);
  });

  it('answers a closed value that is right like one that is wrong', async () => {
    for (const secret of ['secret of east', 'something else']) {
      const answer = await east.post(`hxTestRecords:update/${places.east}`, { secret });
      expect(refusal(answer)).toEqual([403, 'FIELD_NOT_WRITABLE', 'secret']);
    }
  });

  it('refuses fields of the server to everybody, the administrator included', async () => {
    for (const client of [east, administrator]) {
      for (const field of ['number', 'areaCode']) {
        const answer = await client.post(`hxTestRecords:update/${places.east}`, { [field]: '1' });
        expect(refusal(answer)).toEqual([403, 'FIELD_BY_SERVER', field]);
      }
    }
  });

  it('refuses to search and write in one', async () => {
    for (const action of ['firstOrCreate', 'updateOrCreate']) {
      expect(
        (await east.post(`hxTestRecords:${action}`, { title: 'west' }, { query: { filterKeys: ['title'] } })).status,
      ).toBe(403);
    }
  });
});

describe('related records', () => {
  it('links what is visible, and refuses to write into it', async () => {
    const [tag] = await app().db.getRepository('hxTestTags').find({ sort: 'id' });
    expect(
      (await east.post(`hxTestRecords:update/${places.east}`, { tags: [{ id: tag.get('id'), name: 'changed' }] }))
        .status,
    ).toBe(200);
    expect(
      (
        await app()
          .db.getRepository('hxTestTags')
          .findOne({ filterByTk: tag.get('id') as number })
      )?.get('name'),
    ).toBe('tag of east');
    const into = { query: { updateAssociationValues: ['tags'] } };
    const answer = await east.post(
      `hxTestRecords:update/${places.east}`,
      { tags: [{ id: tag.get('id'), name: 'changed' }] },
      into,
    );
    expect(refusal(answer)).toEqual([403, 'NESTED_WRITE_REFUSED', 'tags']);
    expect(refusal(await east.post(`hxTestRecords:update/${places.east}`, { area: { name: 'new area' } }))[1]).toBe(
      'NESTED_WRITE_REFUSED',
    );
    expect(refusal(await east.post(`hxTestRecords:update/${places.east}`, { tags: [99999999] }))).toEqual([
      400,
      'REFERENCE_NOT_FOUND',
      'tags',
    ]);
  });

  it('writes the rows declared as nested', async () => {
    const into = { query: { updateAssociationValues: ['lines'] } };
    const answer = await east.post<Row>(
      'hxTestRecords:create',
      { title: 'with lines', areaId: places.areas.estate, lines: [{ item: 'a', cost: 3 }] },
      into,
    );
    expect(answer.status).toBe(200);
    expect(
      await app()
        .db.getRepository('hxTestLines')
        .count({ filter: { recordId: answer.body.data.id } }),
    ).toBe(1);
  });

  it.each(['add', 'set', 'remove', 'toggle', 'create', 'update', 'destroy', 'move', 'firstOrCreate'])(
    'closes %s on relations',
    async (action) => {
      const paths = [
        `hxTestAreas/${places.areas.estate}/records`,
        `hxTestRecords/${places.east}/tags`,
        `hxTestRecords/${places.east}/friend`,
      ];
      const before = await Promise.all(
        ['hxTestRecords', 'hxTestTags', 'hxTestRecordTags'].map((name) => app().db.getRepository(name).count()),
      );
      for (const path of paths) {
        const answer = await east.post(
          `${path}:${action}`,
          { title: 'x', name: 'x' },
          { query: { filterByTk: places.west } },
        );
        expect([path, answer.status]).toEqual([path, 403]);
      }
      const after = await Promise.all(
        ['hxTestRecords', 'hxTestTags', 'hxTestRecordTags'].map((name) => app().db.getRepository(name).count()),
      );
      expect(after).toEqual(before);
    },
  );

  it('opens rows declared as nested below one’s own record only', async () => {
    expect((await east.post(`hxTestRecords/${places.east}/lines:create`, { item: 'b', cost: 1 })).status).toBe(200);
    expect((await east.post(`hxTestRecords/${places.west}/lines:create`, { item: 'b', cost: 1 })).status).toBe(404);
    expect((await east.post(`hxTestRecords/${places.east}/lines:add`, [1])).status).toBe(403);
  });
});

describe('masked values', () => {
  it('sent back unchanged leave what is stored', async () => {
    for (const client of [east, administrator]) {
      const answer = await client.post(`hxTestRecords:update/${places.east}`, { title: 'east', phone: '138****0001' });
      expect(answer.status).toBe(200);
      expect((await stored(places.east))?.get('phone')).toBe('13800000001');
    }
  });

  it('are refused when they are not the mask of what is stored', async () => {
    for (const client of [east, administrator]) {
      expect(refusal(await client.post(`hxTestRecords:update/${places.east}`, { phone: '139****0002' }))).toEqual([
        400,
        'MASKED_VALUE',
        'phone',
      ]);
      expect(
        refusal(
          await client.post('hxTestRecords:create', { title: 'x', areaId: places.areas.estate, phone: '138****0001' }),
        ),
      ).toEqual([400, 'MASKED_VALUE', 'phone']);
    }
  });

  it('give way to a new value, which is answered masked', async () => {
    const answer = await east.post<Row[]>(`hxTestRecords:update/${places.east}`, { phone: '13500000005' });
    expect(answer.status).toBe(200);
    expect(JSON.stringify(answer.body)).not.toContain('13500000005');
    expect((await stored(places.east))?.get('phone')).toBe('13500000005');
    await stored(places.east).then((row) => row?.update({ phone: '13800000001' }));
  });
});

describe('reveal', () => {
  const reveal = (client: Client, id: number, body: object) =>
    client.post<{ value: string }>(`hxTestRecords:reveal/${id}`, body);

  it('gives one field in clear, for a reason, and leaves a trace', async () => {
    for (const client of [east, administrator]) {
      const answer = await reveal(client, places.east, { field: 'phone', reason: '核对报到信息' });
      expect([answer.status, answer.body.data.value]).toEqual([200, '13800000001']);
      const event = await app().db.getRepository('hxEvents').findOne({ sort: '-id' });
      expect(event?.toJSON()).toMatchObject({
        collectionName: 'hxTestRecords',
        recordId: String(places.east),
        transition: 'reveal',
        opinion: '核对报到信息',
      });
      expect(Number(event?.get('actorId'))).toBe(client.userId);
    }
  });

  it('needs a reason, a personal field, a grant, and a record within reach', async () => {
    const events = await app().db.getRepository('hxEvents').count();
    expect(refusal(await reveal(east, places.east, { field: 'phone', reason: ' 急 ' }))[1]).toBe(
      'REVEAL_REASON_REQUIRED',
    );
    expect(refusal(await reveal(east, places.east, { field: 'secret', reason: 'because' }))[1]).toBe(
      'REVEAL_FIELD_UNKNOWN',
    );
    expect(refusal(await reveal(east, places.west, { field: 'phone', reason: 'because' })).slice(0, 2)).toEqual([
      404,
      'RECORD_NOT_FOUND',
    ]);
    expect((await reveal(member, places.east, { field: 'phone', reason: 'because' })).status).toBe(403);
    expect(await app().db.getRepository('hxEvents').count()).toBe(events);
  });
});
