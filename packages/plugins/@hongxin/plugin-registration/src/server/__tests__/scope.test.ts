/** Another community, another unit, another member: nothing is seen or changed, on any path. */
import { reset, type Client } from '@test/server/harness';
import {
  buildTown,
  codes,
  COLLECTION,
  draft,
  inState,
  list,
  moved,
  newMember,
  stored,
  update,
  type Town,
} from '@test/server/registration/town';

let town: Town;
let id: number;
let member: Client;

beforeAll(async () => {
  await reset();
  town = await buildTown();
  ({ id, member } = await inState(town, 'accepted'));
});

const count = async (client: Client): Promise<unknown> =>
  (await client.get(`${COLLECTION}:list`, { pageSize: 1 })).body.meta?.count;

describe.each([
  ['the official of another community', () => town.westCommunity],
  ['the official of an estate, where the community decides', () => town.estate],
  ['the liaison of another unit', () => town.otherLiaison],
])('%s', (_title, who) => {
  it('lists and counts nothing', async () => {
    const client = who();
    expect(await list(client, COLLECTION)).toEqual([]);
    expect(await count(client)).toBe(0);
  });

  it('gets, traces, moves, changes and deletes nothing', async () => {
    const client = who();
    const before = await stored(town, id);
    const answers = await Promise.all([
      client.get(`${COLLECTION}:get`, { filterByTk: id }),
      client.get(`${COLLECTION}:transitions/${id}`),
      client.get(`${COLLECTION}:history/${id}`),
      client.post(`${COLLECTION}:transition/${id}`, { transition: 'enroll' }),
      update(client, COLLECTION, id, { position: '外人' }),
      client.post(`${COLLECTION}:destroy`, {}, { query: { filterByTk: id } }),
      client.get(`hxUnits/${town.work.id}/registrations:list`),
      client.get(`${COLLECTION}:list`, { filter: { personName: '王小明' } }),
    ]);
    for (const answer of answers) {
      const rows = Array.isArray(answer.body.data) ? answer.body.data : [];
      const isNothing =
        [403, 404].includes(answer.status) ||
        (answer.status === 200 && !answer.body.data) ||
        (answer.status === 200 && Array.isArray(answer.body.data) && rows.length === 0);
      expect({ status: answer.status, isNothing, body: answer.body }).toMatchObject({ isNothing: true });
    }
    expect(await stored(town, id)).toMatchObject({
      state: 'accepted',
      position: before.position,
      updatedAt: before.updatedAt,
    });
  });
});

describe('those in charge', () => {
  it('see a name in clear, phone and door masked', async () => {
    const [row] = await list(town.community, COLLECTION, { filter: { id } });
    expect(row).toMatchObject({ personName: '王小明', phone: '138****1234', doorNumber: '***' });
  });

  it('are seen by the street and the city too', async () => {
    expect((await list(town.street_, COLLECTION)).map((row) => row.id)).toEqual([id]);
    expect((await list(town.city_, COLLECTION)).map((row) => row.id)).toEqual([id]);
  });

  it('see no draft: nobody has consented yet', async () => {
    const other = await newMember();
    const row = await draft(town, other);
    for (const client of [town.community, town.street_, town.liaison]) {
      expect(await list(client, COLLECTION, { filter: { id: row.id } })).toEqual([]);
    }
  });
});

describe('a member', () => {
  it('sees the own registration in clear and nobody else’s', async () => {
    const rows = await list(member, COLLECTION);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ id, phone: '13812341234', doorNumber: '301室' });
    const other = await newMember();
    expect(await list(other, COLLECTION)).toEqual([]);
    expect((await other.get(`${COLLECTION}:get`, { filterByTk: id })).body.data ?? null).toBeNull();
  });

  it('chooses a unit by its name, and sees no more of it', async () => {
    const [unit] = await list(member, 'hxUnits', { filter: { id: town.work.id } });
    expect(unit.name).toBe('市档案馆');
    expect(unit).not.toHaveProperty('liaisonId');
    expect(unit).not.toHaveProperty('contactPhone');
  });
});

describe('the liaison', () => {
  it('sees who registers, not where they live to the door', async () => {
    const [row] = await list(town.liaison, COLLECTION, { filter: { id } });
    expect(row).toMatchObject({ id, phone: '138****1234' });
    expect(row).not.toHaveProperty('doorNumber');
  });

  it('keeps the own unit up to date and no other', async () => {
    expect((await update(town.liaison, 'hxUnits', town.work.id, { memberCount: 12 })).status).toBe(200);
    await update(town.liaison, 'hxUnits', town.otherWork.id, { memberCount: 99 });
    const [other] = await list(town.administrator, 'hxUnits', { filter: { id: town.otherWork.id } });
    expect(other.memberCount).toBeNull();
  });

  it('hands over with the unit', async () => {
    const fresh = await inState(town, 'submitted');
    await update(town.administrator, 'hxUnits', town.work.id, { liaisonId: town.otherLiaison.userId });
    expect(await list(town.liaison, COLLECTION)).toEqual([]);
    expect((await moved(town.otherLiaison, fresh.id, 'confirm')).state).toBe('unitConfirmed');
    await update(town.administrator, 'hxUnits', town.work.id, { liaisonId: town.liaison.userId });
  });
});

describe('a unit', () => {
  it('has a credit code that is right and its own', async () => {
    const wrong = await town.administrator.post('hxUnits:create', { name: '甲', kind: 'agency', creditCode: '123' });
    expect([wrong.status, codes(wrong)]).toEqual([400, ['CREDIT_CODE_LENGTH']]);
    const values = { name: '乙', kind: 'agency', creditCode: ' 91110000600037341l ' };
    const spelled = await town.administrator.post('hxUnits:create', { ...values, creditCode: '91110000600037341L' });
    expect(spelled.status).toBe(200);
    const twin = await town.administrator.post('hxUnits:create', values);
    expect([twin.status, codes(twin)]).toEqual([400, ['UNIT_CREDIT_CODE_EXISTS', 'UNIT_NAME_EXISTS']]);
  });

  it('with registrations is kept', async () => {
    const answer = await town.administrator.post('hxUnits:destroy', {}, { query: { filterByTk: town.work.id } });
    expect([answer.status, codes(answer)]).toEqual([400, ['UNIT_IN_USE']]);
  });
});
