/** The log is append-only in the database, chained per collection, and `verify` finds what was done behind our back. */
import type { Transaction } from '@nocobase/database';
import { app, reset, root, signInAs, type Client } from '@test/server/harness';
import { foundation } from '@test/server/foundation/places';

jest.setTimeout(60_000);

interface Verification {
  ok: boolean;
  events: number;
  waiting: number;
  chains: Record<string, { sequence: number; hash: string }>;
  problems: { kind: string; collectionName: string; eventId: string | null; sequence: number | null }[];
}

const sql = (statement: string, transaction?: Transaction) => app().db.sequelize.query(statement, { transaction });

/** What somebody with the database's password can do: switch the triggers off first. */
async function behindTheBack(...statements: string[]): Promise<void> {
  await app().db.sequelize.transaction(async (transaction) => {
    await sql('SET LOCAL session_replication_role = replica', transaction);
    for (const statement of statements) await sql(statement, transaction);
  });
}

const verify = () => foundation().trace.verify() as Promise<Verification>;

async function write(collectionName: string, count: number): Promise<string[]> {
  const entry = { collectionName, recordId: '7', transition: 'submit', from: 'draft', to: 'submitted', actorId: 1 };
  const rows = Array.from({ length: count }, (_, index) => ({
    ...entry,
    opinion: `第${index}条`,
    details: { b: 1, a: [2] },
  }));
  return app().db.sequelize.transaction((transaction) => foundation().events.appendMany(rows, transaction));
}

const kinds = ({ problems }: Verification) => problems.map(({ kind }) => kind);

let administrator: Client;

beforeAll(async () => {
  administrator = await root();
});

beforeEach(reset);

describe('the chain', () => {
  it('links every event once, per collection, and finds nothing to object to', async () => {
    await write('hxTestA', 5);
    await write('hxTestB', 3);
    const found = await verify();
    expect(found).toMatchObject({ ok: true, events: 8, waiting: 0, problems: [] });
    expect(found.chains.hxTestA.sequence).toBe(5);
    expect(found.chains.hxTestB.sequence).toBe(3);
  });

  it('holds for opinions and names with half of a sign, and for numbers in mathematical digits', async () => {
    const entry = { collectionName: 'hxTestA', recordId: '7', transition: 'withdraw', actorId: 1 };
    const rows = [
      { ...entry, opinion: 'x\ud800y' },
      { ...entry, opinion: '测𝟣𝟥𝟪𝟣𝟤𝟥𝟦𝟧𝟨𝟩𝟪' },
      { ...entry, actorName: '某\udc00' },
    ];
    await app().db.sequelize.transaction((transaction) => foundation().events.appendMany(rows, transaction));
    expect(await verify()).toMatchObject({ ok: true, events: 3, problems: [] });
  });

  it('has no gap and no fork after 60 concurrent transactions, of which every fourth is rolled back', async () => {
    const jobs = Array.from({ length: 60 }, (_, index) =>
      app()
        .db.sequelize.transaction(async (transaction) => {
          const entry = {
            collectionName: `hxTest${index % 2}`,
            recordId: String(index),
            transition: 'x',
            actorId: null,
          };
          await foundation().events.append(entry, transaction);
          if (index % 4 === 0) throw new Error('rolled back');
        })
        .catch((error: Error) => expect(error.message).toBe('rolled back')),
    );
    const sealing = Array.from({ length: 5 }, () => foundation().trace.verify());
    await Promise.all([...jobs, ...sealing]);
    const found = await verify();
    expect(found).toMatchObject({ ok: true, events: 45, waiting: 0 });
    expect(found.chains.hxTest0.sequence + found.chains.hxTest1.sequence).toBe(45);
  });

  it('links a transaction that commits after later ones', async () => {
    const slow = await app().db.sequelize.transaction();
    await foundation().events.append(
      { collectionName: 'hxTestA', recordId: 'slow', transition: 'x', actorId: null },
      slow,
    );
    await write('hxTestA', 2);
    expect((await verify()).chains.hxTestA.sequence).toBe(2);
    await slow.commit();
    expect(await verify()).toMatchObject({ ok: true, events: 3, chains: { hxTestA: { sequence: 3 } } });
  });

  it('refuses to be changed, emptied or shortened through the database', async () => {
    await write('hxTestA', 1);
    await verify();
    for (const statement of [
      `UPDATE "hxEvents" SET opinion = 'x'`,
      'DELETE FROM "hxEvents"',
      'TRUNCATE "hxEvents"',
      `UPDATE "hxEventSeals" SET hash = 'x'`,
      'DELETE FROM "hxEventSeals"',
    ])
      await expect(sql(statement)).rejects.toThrow(/never changed or deleted/);
  });
});

describe('what was done behind the application’s back', () => {
  it.each(['opinion', 'actorName', 'from', 'recordId', 'collectionName', 'transition'])(
    'finds a row whose %s was altered, and which one',
    async (column) => {
      const [, second] = await write('hxTestA', 3);
      await verify();
      await behindTheBack(`UPDATE "hxEvents" SET "${column}" = 'forged' WHERE id = ${second}`);
      const found = await verify();
      expect(found.ok).toBe(false);
      expect(found.problems).toEqual([{ kind: 'altered', collectionName: 'hxTestA', eventId: second, sequence: 2 }]);
    },
  );

  it('finds a changed time and changed details', async () => {
    const [first, second] = await write('hxTestA', 2);
    await verify();
    await behindTheBack(
      `UPDATE "hxEvents" SET at = at - interval '1 day' WHERE id = ${first}`,
      `UPDATE "hxEvents" SET details = '{"a":[2],"b":2}' WHERE id = ${second}`,
    );
    expect(kinds(await verify())).toEqual(['altered', 'altered']);
  });

  it('takes the same details in another order for the same', async () => {
    const [first] = await write('hxTestA', 1);
    await verify();
    await behindTheBack(`UPDATE "hxEvents" SET details = '{"a": [2], "b": 1}' WHERE id = ${first}`);
    expect((await verify()).ok).toBe(true);
  });

  it('finds an alteration before the row had its link', async () => {
    const [first] = await write('hxTestA', 1);
    await behindTheBack(`UPDATE "hxEvents" SET opinion = 'forged' WHERE id = ${first}`);
    expect(kinds(await verify())).toEqual(['inserted']);
  });

  it('finds a removed row', async () => {
    const [first] = await write('hxTestA', 2);
    await verify();
    await behindTheBack(`DELETE FROM "hxEvents" WHERE id = ${first}`);
    expect((await verify()).problems).toEqual([
      { kind: 'removed', collectionName: 'hxTestA', eventId: first, sequence: 1 },
    ]);
  });

  it('finds a removed row when its link was removed with it, in the middle and at the end', async () => {
    const [, second, , last] = await write('hxTestA', 4);
    await verify();
    const remove = (id: string) => [
      `DELETE FROM "hxEventSeals" WHERE "eventId" = ${id}`,
      `DELETE FROM "hxEvents" WHERE id = ${id}`,
    ];
    await behindTheBack(...remove(second));
    expect(kinds(await verify())).toContain('chain');
    await behindTheBack(...remove(last));
    expect(kinds(await verify())).toContain('truncated');
  });

  it('finds an inserted row: a new one, and a copy of a genuine one', async () => {
    const [first] = await write('hxTestA', 1);
    await verify();
    await sql(
      `INSERT INTO "hxEvents" ("collectionName", "recordId", transition, at) VALUES ('hxTestA', '9', 'accept', now())`,
    );
    await behindTheBack(
      'DROP INDEX IF EXISTS hx_events_uid',
      `INSERT INTO "hxEvents" ("collectionName", "recordId", transition, at, uid, digest, "keyId")
       SELECT "collectionName", '8', transition, at, 'copied', digest, "keyId" FROM "hxEvents" WHERE id = ${first}`,
    );
    expect(kinds(await verify())).toEqual(['inserted', 'inserted']);
    expect(kinds(await verify())).toEqual(['inserted', 'inserted']);
  });

  it('finds a whole chain that is gone: events, links and head', async () => {
    await write('hxTestA', 3);
    await write('hxTestB', 2);
    await verify();
    const wholly = (table: string) => `DELETE FROM "${table}" WHERE "collectionName" = 'hxTestB'`;
    await behindTheBack(wholly('hxEvents'), wholly('hxEventSeals'), wholly('hxEventHeads'));
    expect(kinds(await verify())).toEqual(['heads']);
    await write('hxTestA', 1); // what is linked later does not sign it away
    expect(kinds(await verify())).toEqual(['heads']);
    await write('hxTestB', 1);
    expect(kinds(await verify())).toEqual(['heads']);
  });

  it('finds the newest events gone where the older head was put back', async () => {
    await write('hxTestB', 1);
    await write('hxTestA', 2);
    await verify();
    const [[head]] = (await sql(
      `SELECT sequence, hash, mac FROM "hxEventHeads" WHERE "collectionName" = 'hxTestA'`,
    )) as [{ sequence: string; hash: string; mac: string }[], unknown];
    const [last] = await write('hxTestA', 1);
    await verify();
    await behindTheBack(
      `DELETE FROM "hxEventSeals" WHERE "eventId" = ${last}`,
      `DELETE FROM "hxEvents" WHERE id = ${last}`,
      `UPDATE "hxEventHeads" SET sequence = ${head.sequence}, hash = '${head.hash}', mac = '${head.mac}' WHERE "collectionName" = 'hxTestA'`,
    );
    expect(kinds(await verify())).toEqual(['heads']);
  });

  it('finds the head over all heads gone or forged', async () => {
    await write('hxTestA', 1);
    await verify();
    await behindTheBack(`UPDATE "hxEventHeads" SET mac = 'forged' WHERE "collectionName" = '*'`);
    expect(kinds(await verify())).toEqual(['heads']);
    await behindTheBack(`DELETE FROM "hxEventHeads" WHERE "collectionName" = '*'`);
    expect(kinds(await verify())).toEqual(['heads']);
  });

  it('finds a shorter log put back with its chain, from the heads noted before', async () => {
    await write('hxTestA', 2);
    const before = await verify();
    await reset();
    await write('hxTestA', 1);
    const found = await foundation().trace.verify(before.chains);
    expect(found.ok).toBe(false);
    expect(found.problems[0]).toMatchObject({ kind: 'mismatch', collectionName: 'hxTestA' });
    await reset();
    await write('hxTestA', 2);
    expect((await foundation().trace.verify(before.chains)).problems[0]).toMatchObject({
      kind: 'mismatch',
      sequence: 2,
    });
  });
});

describe('rows from before the pack sealed anything', () => {
  it('are taken into the chain as found; what changes afterwards shows', async () => {
    await behindTheBack(
      `INSERT INTO "hxEvents" ("collectionName", "recordId", transition, at) VALUES ('hxTestA', '1', 'submit', now())`,
    );
    await foundation().trace.install();
    expect(await verify()).toMatchObject({ ok: true, events: 1, chains: { hxTestA: { sequence: 1 } } });
    await behindTheBack(`UPDATE "hxEvents" SET transition = 'accept'`);
    expect(kinds(await verify())).toEqual(['altered']);
  });

  it('and chains from before there was a head over all heads: an upgrade signs them as found', async () => {
    await write('hxTestA', 2);
    await verify();
    await behindTheBack(`DELETE FROM "hxEventHeads" WHERE "collectionName" = '*'`);
    await foundation().trace.install();
    expect(await verify()).toMatchObject({ ok: true, events: 2 });
    const administratorSees = await administrator.get<{ collections: { value: string }[] }>('hxTrace:options');
    expect(administratorSees.body.data.collections.map(({ value }) => value)).not.toContain('*');
  });
});

describe('the doors', () => {
  it('lets the city read, filter, verify and export; nobody else', async () => {
    await write('hxTestA', 3);
    const city = await signInAs('trace-city', ['hx-city']);
    const official = await signInAs('trace-official', ['hx-official']);
    for (const path of ['hxTrace:list', 'hxTrace:options', 'hxTrace:verify', 'hxTrace:download'])
      expect((await official.post(path)).status).toBe(403);
    const list = await city.get<{ label: string; collection: string }[]>('hxTrace:list', { collection: 'hxTestA' });
    expect(list.status).toBe(200);
    expect(list.body.data).toHaveLength(3);
    expect(list.body.data[0]).not.toHaveProperty('digest');
    expect((await city.get<unknown[]>('hxTrace:list', { recordId: '8' })).body.data).toEqual([]);
    expect((await city.get<unknown[]>('hxTrace:list', { actor: 'Root', transition: 'submit' })).body.data).toHaveLength(
      3,
    );
    expect((await city.get<unknown[]>('hxTrace:list', { to: '2000-01-01T00:00:00Z' })).body.data).toEqual([]);
    expect((await city.post<Verification>('hxTrace:verify')).body.data).toMatchObject({ ok: true });
    const file = await city.post('hxTrace:download', { collection: 'hxTestA' });
    expect(file.status).toBe(200);
    const event = await app().db.getRepository('hxEvents').findOne({ sort: '-id' });
    expect(event?.toJSON()).toMatchObject({ collectionName: 'hxEvents', transition: 'export', actorId: city.userId });
  });

  it.each([
    ['page', '0'],
    ['pageSize', '100000'],
    ['from', 'yesterday'],
    ['actorId', '1 or 1=1'],
    ['collection', 'x'.repeat(101)],
  ])('refuses a %s of %s with 400', async (name, value) => {
    expect((await administrator.get('hxTrace:list', { [name]: value })).status).toBe(400);
  });

  it('keeps seals, heads and the counter of failures from everybody', async () => {
    for (const name of ['hxEventSeals', 'hxEventHeads', 'hxEventsPending', 'hxSignInFailures'])
      expect((await administrator.get(`${name}:list`)).status).toBe(403);
    expect((await administrator.post('hxEvents:create', { collectionName: 'x' })).status).toBe(403);
  });
});
