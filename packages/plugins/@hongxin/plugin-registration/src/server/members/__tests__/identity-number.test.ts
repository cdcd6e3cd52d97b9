/** 身份证号: typed whole, kept as its last four places and a keyed hash, and only where the city has set a key. */
import { makeIdentityNumber } from '@hongxin/rules/mechanism';
import { app, reset, server } from '@test/server/harness';
import {
  buildTown,
  codes,
  create,
  draft,
  list,
  move,
  moved,
  newMember,
  update,
  type Town,
} from '@test/server/registration/town';

const KEY = 'a key that only this test knows';
let town: Town;
let sequence = 0;
const fresh = (): string => makeIdentityNumber('1980-05-06', (sequence += 1));
const shown = (number: string): string => `**************${number.slice(-4)}`;

beforeAll(async () => {
  await reset();
  town = await buildTown();
});
beforeEach(() => {
  server().environment.HX_IDENTITY_KEY = KEY;
});
afterAll(() => {
  delete server().environment.HX_IDENTITY_KEY;
});

const person = (client: Town['community'], values: Record<string, unknown>) =>
  client.post<{ id: number; identityNumber: string }>('hxPersons:create', {
    name: '刘芳',
    areaId: town.building.id,
    ...values,
  });

/** Every text of the database in which the number stands. */
async function traces(number: string): Promise<string[]> {
  const found: string[] = [];
  for (const collection of app().db.collections.values()) {
    if (collection.options.dumpRules === undefined && !collection.name.startsWith('hx')) continue;
    const [[{ count }]] = (await app().db.sequelize.query(
      `SELECT count(*)::int AS count FROM ${collection.quotedTableName()} AS t WHERE t::text LIKE :number`,
      { replacements: { number: `%${number}%` } },
    )) as unknown as [[{ count: number }]];
    if (count > 0) found.push(collection.name);
  }
  return found;
}

async function kept(id: unknown, collection = 'hxPersons'): Promise<Record<string, unknown>> {
  const [[row]] = (await app().db.sequelize.query(
    `SELECT "identityNumber", "identityHash" FROM ${app().db.getCollection(collection).quotedTableName()} WHERE id = :id`,
    { replacements: { id } },
  )) as unknown as [[Record<string, unknown>]];
  return row;
}

describe('a number that is typed', () => {
  it('is refused where the city keeps none', async () => {
    delete server().environment.HX_IDENTITY_KEY;
    const answer = await person(town.community, { identityNumber: fresh() });
    expect([answer.status, codes(answer)]).toEqual([400, ['IDENTITY_NUMBERS_OFF']]);
    expect(answer.body.errors?.[0].message).toContain('ID number');
  });

  it('leaves its last four places and a hash, and the whole number nowhere', async () => {
    const number = fresh();
    const answer = await person(town.community, { identityNumber: ` ${number.toLowerCase()} ` });
    expect(answer.status).toBe(200);
    const { id } = answer.body.data;
    expect(JSON.stringify(answer.body)).not.toContain(number);
    expect(await kept(id)).toEqual({
      identityNumber: shown(number),
      identityHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await traces(number)).toEqual([]);
  });

  it('is never answered with its hash, by whatever path', async () => {
    const number = fresh();
    const { id } = (await person(town.community, { identityNumber: number })).body.data;
    const { identityHash } = await kept(id);
    for (const client of [town.community, town.city_, town.administrator]) {
      for (const path of [`hxPersons:get/${id}`, `hxPersons:list`]) {
        const answer = await client.get(path, { fields: ['id', 'identityNumber', 'identityHash'], pageSize: 200 });
        expect(JSON.stringify(answer.body)).not.toContain(String(identityHash));
      }
    }
    const [row] = await list(town.community, 'hxPersons', { filter: { id } });
    expect(row.identityNumber).toBe(shown(number));
    for (const query of [{ filter: { identityHash } }, { sort: ['identityHash'] }]) {
      const answer = await town.community.get('hxPersons:list', query);
      expect(answer.status).toBeGreaterThanOrEqual(400);
    }
  });

  it('is checked like any official number', async () => {
    const number = fresh();
    const wrong = `${number.slice(0, 17)}${number[17] === '1' ? '2' : '1'}`;
    for (const [given, code] of [
      ['12345', 'IDENTITY_NUMBER_FORM'],
      [wrong, 'IDENTITY_NUMBER_CHECKSUM'],
      [shown(number), 'MASKED_VALUE'],
    ]) {
      const answer = await person(town.community, { identityNumber: given });
      expect([given, answer.status, codes(answer)]).toEqual([given, 400, [code]]);
    }
  });

  it('stays when a form sends back what it showed, and goes when it is emptied', async () => {
    const number = fresh();
    const { id } = (await person(town.community, { identityNumber: number })).body.data;
    const before = await kept(id);
    for (const client of [town.community, town.administrator]) {
      const answer = await update(client, 'hxPersons', id, { name: '刘方', identityNumber: shown(number) });
      expect(answer.status).toBe(200);
    }
    expect(await kept(id)).toEqual(before);
    expect((await update(town.community, 'hxPersons', id, { identityNumber: null })).status).toBe(200);
    expect(await kept(id)).toEqual({ identityNumber: null, identityHash: null });
  });

  it('is found again after a change of key', async () => {
    const number = fresh();
    await person(town.community, { name: '秦岭', identityNumber: number });
    server().environment.HX_IDENTITY_KEY = `another key of this test, ${KEY}`;
    const answer = await person(town.community, { identityNumber: number });
    expect([answer.status, codes(answer)]).toEqual([400, ['IDENTITY_NUMBER_TAKEN']]);
  });
});

describe('one person, one record', () => {
  it('tells who has the number already, of two at once too', async () => {
    const number = fresh();
    const answers = await Promise.all(
      ['周红', '周虹', '周宏'].map((name) => person(town.community, { name, identityNumber: number })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
    const refused = answers.find(({ status }) => status === 400);
    expect(refused && codes(refused)).toEqual(['IDENTITY_NUMBER_TAKEN']);
    expect(refused?.body.errors?.[0].message).toMatch(/周[红虹宏]/);
  });

  it('tells nothing of a person elsewhere; those in charge of both places find the two among the gaps', async () => {
    const number = fresh();
    const first = await person(town.community, { name: '吴双', identityNumber: number });
    const second = await person(town.westCommunity, {
      name: '吴双',
      areaId: town.westBuilding.id,
      identityNumber: number,
    });
    expect([first.status, second.status]).toEqual([200, 200]);
    const gaps = async (client: Town['community']): Promise<string[]> => {
      const answer = await client.get<{ id: string; kind: string }[]>('hxGovernance:gaps', { kind: 'personTwice' });
      return answer.body.data.map(({ id }) => String(id)).sort();
    };
    const both = [first, second].map(({ body }) => String(body.data.id)).sort();
    expect(await gaps(town.street_)).toEqual(both);
    expect(await gaps(town.city_)).toEqual(both);
    expect(await gaps(town.community)).toEqual([]);
  });
});

describe('a registration', () => {
  it('belongs to the person of that name and number, whose phone is another by now', async () => {
    const number = fresh();
    const { id } = (await person(town.community, { name: '郑州', phone: '13900000001', identityNumber: number })).body
      .data;
    const registration = await draft(town, await newMember(), { personName: '郑州', identityNumber: number });
    const [row] = await list(town.administrator, 'hxMemberRegistrations', { filter: { id: registration.id } });
    expect(String(row.personId)).toBe(String(id));
    expect(row.identityNumber).toBe(shown(number));
    expect(row.identityHash).toBeUndefined();
  });

  it('gives the number to the person when it is accepted, and to the successor when it is transferred', async () => {
    const number = fresh();
    const member = await newMember();
    const { id } = await draft(town, member, { personName: '何时', identityNumber: number });
    const before = await kept(id, 'hxMemberRegistrations');
    await moved(member, id, 'submit');
    const { personId } = await moved(town.community, id, 'accept');
    expect(await kept(personId)).toEqual(before);
    await moved(town.community, id, 'transfer', { values: { transferToAreaId: town.west.id } });
    const [successor] = await list(town.administrator, 'hxMemberRegistrations', { filter: { transferredFromId: id } });
    expect(await kept(successor.id, 'hxMemberRegistrations')).toEqual(before);
    expect(await traces(number)).toEqual([]);

    const other = await create(member, 'hxMemberRegistrations', { personName: '何时' });
    const answer = await update(member, 'hxMemberRegistrations', other.id, { identityNumber: fresh() });
    expect([answer.status, codes(answer)]).toEqual([400, ['IDENTITY_NUMBER_DIFFERS']]);
  });

  it('of somebody with two accounts comes onto one roll only', async () => {
    const number = fresh();
    const accepted: number[] = [];
    const ids: unknown[] = [];
    for (const phone of ['13700000001', '13700000002']) {
      const member = await newMember();
      const { id } = await draft(town, member, { personName: '沈默', phone, identityNumber: number });
      await moved(member, id, 'submit');
      ids.push(id);
    }
    for (const answer of await Promise.all(ids.map((id) => move(town.community, id, 'accept')))) {
      accepted.push(answer.status);
      if (answer.status !== 200) expect(codes(answer)).toEqual(['ON_ROLL_OF']);
    }
    expect(accepted.sort()).toEqual([200, 400]);
  });

  it('does not show the employer any of it', async () => {
    const number = fresh();
    const member = await newMember();
    const { id } = await draft(town, member, { personName: '马良', identityNumber: number });
    await moved(member, id, 'submit');
    const answer = await town.liaison.get<Record<string, unknown>>(`hxMemberRegistrations:get/${String(id)}`);
    expect(answer.body.data.personName).toBe('马良');
    expect(JSON.stringify(answer.body)).not.toContain(number.slice(-4));
  });
});
