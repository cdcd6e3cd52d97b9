/** One person has one spelling, by every door; and a day is a day. */
import PlainPersons from '../../../../../plugin-governance/src/server/migrations/20261129210000-plain-persons';
import { app, cityClock, reset } from '@test/server/harness';
import { buildTown, codes, create, draft, newMember, update, type Town } from '@test/server/registration/town';

let town: Town;

beforeAll(async () => {
  await reset();
  town = await buildTown();
}, 300_000);
afterAll(() => cityClock().right());

/** As it is stored: lists mask phones. */
const stored = async (collection: string, id: unknown): Promise<Record<string, unknown>> =>
  (
    await app()
      .db.getRepository(collection)
      .findOne({ filterByTk: id as number })
  ).toJSON() as Record<string, unknown>;

const person = (values: Record<string, unknown>) => town.administrator.post<{ id: number }>('hxPersons:create', values);

it('stores names and phones in the one spelling in which they are looked for', async () => {
  const made = await person({ name: ' 测\u200b 册・丙 ', phone: '\u202d１３８ 1237－0101\u202c' });
  expect(await stored('hxPersons', made.body.data.id)).toMatchObject({ name: '测册·丙', phone: '13812370101' });
  for (const phone of ['1.38E+10', '不详', '13812370101、13812370102', '12345'])
    expect(codes(await person({ name: '某', phone }))).toEqual(['PHONE_INVALID']);
  expect(codes(await update(town.administrator, 'hxPersons', made.body.data.id, { phone: '不详' }))).toEqual([
    'PHONE_INVALID',
  ]);
});

it('knows a registrant by what people see', async () => {
  const known = await create(town.administrator, 'hxPersons', { name: '测册丁', phone: '138-1237-0202' });
  const member = await newMember();
  const { id } = await draft(town, member, { personName: '测 册　丁', phone: '１３８１２３７０２０２' });
  expect(await stored('hxMemberRegistrations', id)).toMatchObject({
    personName: '测册丁',
    phone: '13812370202',
    personId: known.id,
  });
});

it('refuses years of birth to come, as the clock has it', async () => {
  expect(codes(await person({ name: '某', birthYear: 2068 }))).toEqual(['BIRTH_YEAR_OUT_OF_RANGE']);
  expect((await person({ name: '某', birthYear: 1980 })).status).toBe(200);
  cityClock().turnTo(new Date('2030-06-01T00:00:00Z'));
  expect((await person({ name: '某', birthYear: 2029 })).status).toBe(200);
  expect(codes(await person({ name: '某', birthYear: 2031 }))).toEqual(['BIRTH_YEAR_OUT_OF_RANGE']);
  cityClock().right();
});

it.each(['2026-02-30', '2021.09', '202109', '2026-13-01', 45293, 'tomorrow', '2026-02-30T00:00:00.000Z'])(
  'refuses %s as a day',
  async (establishedOn) => {
    const values = { name: '测党委', level: 'communityCommittee', areaId: town.east.id, establishedOn };
    const answer = await town.administrator.post('hxOrganizations:create', values);
    expect([answer.status, codes(answer)[0]]).toEqual([400, expect.stringMatching(/^(DAY_|VALUE_NOT_A_DATE)/)]);
    expect(answer.body.errors?.[0].field).toBe('establishedOn');
  },
);

it('brings what was stored as typed into the same spelling, once; what is no phone stays', async () => {
  const { db } = app();
  const made = await create(town.administrator, 'hxPersons', { name: '旧甲', phone: '13812370303' });
  const other = await create(town.administrator, 'hxPersons', { name: '旧乙', phone: '13812370304' });
  await db.sequelize.query(
    `UPDATE "hxPersons" SET name = '旧 甲', phone = '138-1237-0303' WHERE id = ${made.id};
     UPDATE "hxPersons" SET phone = '不详' WHERE id = ${other.id}`,
  );
  const context = { app: app(), db };
  await new PlainPersons(context as unknown as ConstructorParameters<typeof PlainPersons>[0]).up();
  const persons = [await stored('hxPersons', made.id), await stored('hxPersons', other.id)];
  expect(persons.map(({ name, phone }) => [name, phone])).toEqual([
    ['旧甲', '13812370303'],
    ['旧乙', '不详'],
  ]);
});
