/** A person's own view of their data, who looked, requests, consents, the limit of reveals, retention. */
import type { Model } from '@nocobase/database';
import { app, reset, root, signedOut, type Client } from '@test/server/harness';
import {
  EAST,
  fillPlaces,
  foundation,
  preparePlaces,
  signInWithPosts,
  WEST,
  type Places,
} from '@test/server/foundation/places';
import { ANONYMOUS } from '../anonymize';
import { RETENTION, REVEAL_LIMIT } from '../settings';

jest.setTimeout(60_000);

interface Section {
  collection: string;
  records: { id: string; items: { name: string; value: string | null; canCorrect: boolean }[] }[];
}
interface MyData {
  account: Record<string, string | null>;
  sections: Section[];
  consents: { id: string; version: string; currentVersion: string; withdrawnAt: string | null; notice: string }[];
  requests: { id: string; kind: string; state: string; answer: string | null; about: string }[];
}

let administrator: Client;
let official: Client;
let stranger: Client;
let member: Client;
let other: Client;
let places: Places;
const PHONE = '13800000001';

beforeAll(async () => {
  await reset();
  await preparePlaces();
});

beforeEach(async () => {
  await reset();
  await app().db.sequelize.query('TRUNCATE "hxTestRecords", "hxTestAreas" RESTART IDENTITY CASCADE');
  places = await fillPlaces();
  administrator = await root();
  official = await signInWithPosts('privacy-east', 'hx-official', [EAST]);
  stranger = await signInWithPosts('privacy-west', 'hx-official', [WEST]);
  member = await signInWithPosts('privacy-member', 'hx-member', []);
  other = await signInWithPosts('privacy-other', 'hx-member', []);
  await record().then((row) => row.update({ ownerId: member.userId }));
});

afterEach(async () => {
  await app()
    .db.getRepository('hxSettings')
    .destroy({ filter: { key: { $in: ['revealLimit', 'retention'] } } });
});

const record = async (id = places.east): Promise<Model> =>
  app().db.getRepository('hxTestRecords').findOne({ filterByTk: id });
const mine = async (client: Client): Promise<MyData> => (await client.get<MyData>('hxMyData:get')).body.data;
const reveal = (client: Client, reason = '核实走访安排') =>
  client.post<{ value: string }>(`hxTestRecords:reveal/${places.east}`, { field: 'phone', reason });
const code = (answer: { body: { errors?: { code?: string }[] } }) => answer.body.errors?.map((each) => each.code);

describe('my data', () => {
  it('shows a person their own records in clear, and nobody else’s', async () => {
    const data = await mine(member);
    expect(data.account.username).toBe('privacy-member');
    const [section] = data.sections;
    expect(data.sections).toHaveLength(1);
    expect(section).toMatchObject({ collection: 'hxTestRecords', records: [{ id: String(places.east) }] });
    const items = Object.fromEntries(section.records[0].items.map((item) => [item.name, item]));
    expect(items.phone).toMatchObject({ value: PHONE, canCorrect: true });
    expect(items).not.toHaveProperty('secret');
    expect((await mine(other)).sections).toEqual([]);
    expect((await mine(official)).sections).toEqual([]);
    for (const action of ['get', 'looks', 'download', 'request', 'withdrawConsent'])
      expect((await signedOut().post(`hxMyData:${action}`)).status).toBe(401);
  });

  it('can be taken away as JSON and as Excel, which leaves an event', async () => {
    const json = await member.get<string>('hxMyData:download', { format: 'json' });
    expect(json.status).toBe(200);
    expect(JSON.stringify(json.body)).toContain(PHONE);
    const excel = await member.get('hxMyData:download', { format: 'xlsx' });
    expect(excel.headers.get('content-type')).toContain('spreadsheetml');
    expect((await member.get('hxMyData:download', { format: 'exe' })).status).toBe(400);
    const events = await app()
      .db.getRepository('hxEvents')
      .find({ filter: { transition: 'myDataExport' } });
    expect(
      events.map((row: Model) => [row.get('recordId'), (row.get('details') as { format: string }).format]),
    ).toEqual([
      [String(member.userId), 'json'],
      [String(member.userId), 'xlsx'],
    ]);
  });
});

describe('who looked', () => {
  it('tells the person who revealed what, when and why; nobody else learns of it', async () => {
    expect((await reveal(official)).body.data).toEqual({ value: PHONE });
    const looks = await member.get<Record<string, string>[]>('hxMyData:looks');
    expect(looks.body.data).toEqual([
      expect.objectContaining({ actorName: 'privacy-east', reason: '核实走访安排', fieldTitle: '电话' }),
    ]);
    expect((await other.get('hxMyData:looks')).body.data).toEqual([]);
    expect((await official.get('hxMyData:looks')).body.data).toEqual([]);
  });

  it('shows nothing of a look that was refused', async () => {
    expect((await reveal(stranger)).status).toBe(404);
    expect((await reveal(official, '看')).status).toBe(400);
    expect((await member.get('hxMyData:looks')).body.data).toEqual([]);
  });
});

describe('the limit of reveals', () => {
  it('is per person and day, holds when many ask at once, and is a setting', async () => {
    await foundation().settings.set(REVEAL_LIMIT, { perDay: 3 });
    const answers = await Promise.all(Array.from({ length: 8 }, () => reveal(official)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429, 429, 429, 429, 429]);
    expect(code(await reveal(official))).toEqual(['REVEAL_LIMIT_REACHED']);
    expect((await reveal(administrator)).status).toBe(200);
    expect((await member.get<unknown[]>('hxMyData:looks')).body.data).toHaveLength(4);
    await foundation().settings.set(REVEAL_LIMIT, { perDay: 4 });
    expect((await reveal(official)).status).toBe(200);
  });

  it('begins anew the next day', async () => {
    await foundation().settings.set(REVEAL_LIMIT, { perDay: 1 });
    const entry = { collectionName: 'hxTestRecords', recordId: '1', transition: 'reveal', actorId: official.userId };
    const yesterday = new Date(Date.now() - 25 * 3600_000);
    await app().db.sequelize.transaction((transaction) =>
      foundation().events.append({ ...entry, at: yesterday }, transaction),
    );
    expect((await reveal(official)).status).toBe(200);
    expect((await reveal(official)).status).toBe(429);
  });

  it('refuses a useless number', async () => {
    const answer = await administrator.post(
      'hxSettings:updateOrCreate',
      { key: 'revealLimit', value: { perDay: 0 } },
      { query: { filterKeys: ['key'] } },
    );
    expect(answer.status).toBe(400);
    expect(code(answer)).toEqual(['REVEAL_LIMIT_INVALID']);
  });
});

describe('requests', () => {
  const ask = (client: Client, values: object) =>
    client.post<{ id: string }>('hxMyData:request', {
      collection: 'hxTestRecords',
      recordId: String(places.east),
      reason: '号码已更换',
      ...values,
    });
  const correction = { kind: 'correction', field: 'phone', proposedValue: '13700000009' };
  const decide = (client: Client, id: string, transition: string, opinion?: string) =>
    client.post(`hxDataRequests:transition/${id}`, { transition, opinion });

  it('writes a granted correction into the record, by whoever is in charge of its place and by no other', async () => {
    const { id } = (await ask(member, correction)).body.data;
    expect((await decide(stranger, id, 'grant')).status).toBe(404);
    expect((await decide(other, id, 'withdraw')).status).toBe(404);
    expect((await decide(member, id, 'grant')).status).toBe(403);
    const list = await official.get<{ proposedValue: string }[]>('hxDataRequests:list');
    expect(list.body.data).toMatchObject([
      { proposedValue: '***', kind: 'correction', areaCode: expect.stringMatching(/^370681001001/) },
    ]);
    expect((await decide(official, id, 'grant', '已核实')).status).toBe(200);
    expect((await record()).get('phone')).toBe('13700000009');
    expect((await mine(member)).requests).toMatchObject([{ state: 'granted', answer: '已核实' }]);
    const events = await app()
      .db.getRepository('hxEvents')
      .find({ filter: { collectionName: 'hxDataRequests' } });
    expect(JSON.stringify(events)).not.toContain('13700000009');
  });

  it('clears the personal fields of a record whose deletion is granted, and keeps the rest for the statistics', async () => {
    const { id } = (await ask(member, { kind: 'deletion' })).body.data;
    expect((await decide(official, id, 'take')).status).toBe(200);
    expect((await decide(official, id, 'grant')).status).toBe(200);
    const row = (await record()).toJSON();
    expect(row).toMatchObject({ phone: null, amount: 7, areaCode: expect.any(String) });
  });

  it('needs a reason to be refused, and may be taken back by its owner', async () => {
    const first = (await ask(member, correction)).body.data.id;
    expect((await decide(official, first, 'reject')).status).toBe(400);
    expect((await decide(official, first, 'reject', '请携带证件到社区办理')).status).toBe(200);
    expect((await mine(member)).requests[0]).toMatchObject({ state: 'rejected', answer: '请携带证件到社区办理' });
    const second = (await ask(member, correction)).body.data.id;
    expect((await decide(member, second, 'withdraw')).status).toBe(200);
    expect((await record()).get('phone')).toBe(PHONE);
  });

  it('is refused with every reason, about others’ records not at all, and twice at once only once', async () => {
    expect(code(await ask(member, { kind: 'correction', field: 'number', reason: '' }))).toEqual([
      'REQUEST_FIELD_UNKNOWN',
      'REQUEST_VALUE_REQUIRED',
      'REQUEST_REASON_REQUIRED',
    ]);
    expect((await ask(other, correction)).status).toBe(404);
    expect((await ask(member, { ...correction, recordId: '1 or 1=1' })).status).toBe(400);
    expect((await ask(member, { ...correction, collection: 'users' })).status).toBe(404);
    expect((await ask(member, { kind: 'withdrawal' })).status).toBe(400);
    const answers = await Promise.all(Array.from({ length: 4 }, () => ask(member, correction)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });

  it('cannot be written past its door', async () => {
    expect((await member.post('hxDataRequests:create', { kind: 'deletion' })).status).toBe(403);
    const { id } = (await ask(member, correction)).body.data;
    const written = await administrator.post(`hxDataRequests:update?filterByTk=${id}`, { state: 'granted' });
    expect([written.status, written.body.errors?.[0].code]).toEqual([403, 'RECORD_BY_SERVER']);
  });
});

describe('consents', () => {
  const NOTICE = {
    code: 'testNotice',
    title: { zh: '测试告知书', en: 'Test notice' },
    text: { zh: '内容', en: 'text' },
  };
  const give = (version: string) =>
    app().db.sequelize.transaction((transaction) =>
      foundation().privacy.consents.give(
        {
          userId: member.userId as number,
          noticeCode: NOTICE.code,
          version,
          collectionName: 'hxTestRecords',
          recordId: String(places.east),
        },
        transaction,
      ),
    );

  it('are kept by version, and say when a newer version is in force', async () => {
    await foundation().privacy.consents.publish([{ ...NOTICE, version: '1' }]);
    await give('1');
    await give('1');
    await foundation().privacy.consents.publish([
      { ...NOTICE, version: '1' },
      { ...NOTICE, version: '2' },
    ]);
    expect((await mine(member)).consents).toMatchObject([
      { version: '1', currentVersion: '2', notice: 'Test notice', withdrawnAt: null },
    ]);
    expect(
      await app()
        .db.getRepository('hxPrivacyNotices')
        .count({ filter: { code: NOTICE.code } }),
    ).toBe(2);
    expect((await other.get<unknown[]>('hxConsents:list')).body.data).toEqual([]);
  });

  it('are withdrawn once, by their owner, with a trace and a request for those in charge', async () => {
    await foundation().privacy.consents.publish([{ ...NOTICE, version: '1' }]);
    await give('1');
    const [{ id }] = (await mine(member)).consents;
    const withdraw = (client: Client) => client.post('hxMyData:withdrawConsent', { consentId: id });
    expect((await withdraw(other)).status).toBe(404);
    const answers = await Promise.all([withdraw(member), withdraw(member)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const data = await mine(member);
    expect(data.consents[0].withdrawnAt).not.toBeNull();
    expect(data.requests).toMatchObject([{ kind: 'withdrawal', state: 'submitted' }]);
    const event = await app()
      .db.getRepository('hxEvents')
      .findOne({ filter: { transition: 'consentWithdrawn' } });
    expect(event?.toJSON()).toMatchObject({
      recordId: id,
      actorId: member.userId,
      details: { version: '1', record: String(places.east) },
    });
    expect((await official.get<unknown[]>('hxDataRequests:list')).body.data).toHaveLength(1);
  });
});

describe('retention', () => {
  const age = (id: number, months: number) =>
    app().db.sequelize.query(
      `UPDATE "hxTestRecords" SET "updatedAt" = now() - make_interval(months => ${months}) WHERE id = ${id}`,
    );
  const figure = async () => {
    const answer =
      await administrator.get<{ collection: string; due: number; months: number }[]>('hxPrivacy:retention');
    return answer.body.data.find(({ collection }) => collection === 'hxTestRecords');
  };

  it('shows what is due, takes the personal data out at night, keeps the rest, and does nothing the second time', async () => {
    await age(places.east, 13);
    await age(places.west, 11);
    expect(await figure()).toMatchObject({ due: 1, months: 12 });
    expect(await foundation().privacy.retention.run()).toEqual({ hxTestRecords: 1 });
    expect((await record()).toJSON()).toMatchObject({ phone: null, title: 'east', amount: 7 });
    expect((await record(places.west)).get('phone')).toBe('13900000002');
    expect(await figure()).toMatchObject({ due: 0 });
    expect(await foundation().privacy.retention.run()).toEqual({});
    const events = await app()
      .db.getRepository('hxEvents')
      .find({ filter: { transition: 'anonymized' } });
    expect(events.map((row: Model) => row.toJSON())).toMatchObject([
      { collectionName: 'hxTestRecords', recordId: '*', actorId: null, details: { rows: 1, months: 12 } },
    ]);
  });

  it('anonymises once when several processes run at the same time', async () => {
    await age(places.east, 13);
    await age(places.west, 13);
    const results = await Promise.all(Array.from({ length: 4 }, () => foundation().privacy.retention.run()));
    expect(results.reduce((sum, each) => sum + (each.hxTestRecords ?? 0), 0)).toBe(2);
  });

  it('follows the settings: other months, or not at all', async () => {
    await age(places.east, 13);
    await foundation().settings.set(RETENTION, { enabled: true, months: { hxTestRecords: 24 } });
    expect(await figure()).toMatchObject({ due: 0, months: 24 });
    await foundation().settings.set(RETENTION, { enabled: false, months: {} });
    expect(await figure()).toMatchObject({ due: 1 });
    expect(await foundation().privacy.retention.run()).toEqual({});
  });

  it('replaces a declared name and is closed to everybody but administrators', async () => {
    foundation().access.register(
      { ...foundation().access.declarationOf('hxTestRecords')!, anonymize: ['title'] },
      'test',
    );
    await age(places.east, 13);
    expect((await official.get('hxPrivacy:retention')).status).toBe(403);
    expect((await official.post('hxPrivacy:anonymize')).status).toBe(403);
    expect((await administrator.post('hxPrivacy:anonymize')).body.data).toEqual({ hxTestRecords: 1 });
    expect((await record()).get('title')).toBe(ANONYMOUS);
  });
});
