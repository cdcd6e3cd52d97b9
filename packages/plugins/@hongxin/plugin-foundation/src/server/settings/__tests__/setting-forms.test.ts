/** The settings with a form: who may read and change them, what is refused, and what a change leaves behind. */
import { app, reset, root, signedOut, type Client } from '@test/server/harness';
import { CITY, preparePlaces, signInWithPosts } from '@test/server/foundation/places';

jest.setTimeout(60_000);

interface Form {
  key: string;
  title: string;
  fields: { kind: string; path: string[]; label: string; unit?: string }[];
  value: unknown;
  defaultValue: unknown;
  isDefault: boolean;
}

const KEYS = ['workingHours', 'communityLimits', 'yearFeedbackRubric', 'reminders'];
let administrator: Client;

const forms = async (client = administrator, locale = 'zh-CN') =>
  (await client.call<Form[]>('GET', 'hxSettingForms:list', { headers: { 'x-locale': locale } })).body.data;
const form = async (key: string) => (await forms()).find((each) => each.key === key) as Form;
const save = (values: unknown, client = administrator) => client.post('hxSettingForms:save', { values });
const codes = (answer: { body: { errors?: { code?: string }[] } }) => answer.body.errors?.map(({ code }) => code);

beforeAll(async () => {
  await reset();
  await preparePlaces();
});

beforeEach(async () => {
  await reset();
  administrator = await root();
  await app()
    .db.getRepository('hxSettings')
    .destroy({ filter: { key: { $in: KEYS } } });
});

afterAll(async () => {
  await app()
    .db.getRepository('hxSettings')
    .destroy({ filter: { key: { $in: KEYS } } });
});

it('lists every setting with its default, in the reader’s language', async () => {
  const listed = await forms();
  expect(listed.map(({ key }) => key)).toEqual(expect.arrayContaining(KEYS));
  expect(await form('workingHours')).toMatchObject({ title: '工作时间', isDefault: true, value: { dayStart: 510 } });
  const english = (await forms(administrator, 'en-US')).find(({ key }) => key === 'communityLimits');
  expect(english?.fields.map(({ label }) => label)).toEqual(['Units', 'Members']);
});

it('finds every field of every form where the default has its value', async () => {
  for (const { key, fields, defaultValue } of await forms())
    for (const { kind, path } of fields) {
      const value = path.reduce<unknown>((inner, name) => (inner as Record<string, unknown>)?.[name], defaultValue);
      // the days of a reminder come from its kind
      const expected = key === 'reminders' ? 'undefined' : kind === 'text' ? 'string' : 'number';
      expect([key, path, typeof value]).toEqual([key, path, expected]);
    }
});

it('saves a value, leaves a trace, and goes back to the default', async () => {
  const value = { units: 7, members: 900 };
  expect((await save({ communityLimits: value })).status).toBe(200);
  expect(await form('communityLimits')).toMatchObject({ isDefault: false, value });
  const event = await app()
    .db.getRepository('hxEvents')
    .findOne({ filter: { collectionName: 'hxSettings', recordId: 'communityLimits' }, sort: '-id' });
  expect(event?.get('actorId')).toBe(administrator.userId);

  expect((await save({ communityLimits: null })).status).toBe(200);
  const back = await form('communityLimits');
  expect(back).toMatchObject({ isDefault: true, value: back.defaultValue });
});

it('refuses what cannot be used, and then nothing of the rest is kept', async () => {
  const refused = await save({
    communityLimits: { units: 7, members: 900 },
    workingHours: { dayStart: 900, dayEnd: 1 },
  });
  expect([refused.status, codes(refused)]).toEqual([400, ['WORKING_HOURS_INVALID']]);
  expect((await form('communityLimits')).isDefault).toBe(true);

  const unknown = await save({ communityLimits: { units: 7, members: 900 }, nonsense: 1 });
  expect([unknown.status, codes(unknown)]).toEqual([404, ['SETTING_UNKNOWN']]);
  expect((await form('communityLimits')).isDefault).toBe(true);

  const rubric = (await form('yearFeedbackRubric')).defaultValue as { points: Record<string, number> };
  const uneven = await save({ yearFeedbackRubric: { ...rubric, points: { ...rubric.points, hours: 31 } } });
  expect(uneven.status).toBe(400);
  for (const body of [undefined, null, [], 'x']) expect((await save(body)).status).toBe(400);
});

it('is closed to everybody who may not configure the system', async () => {
  const city = await signInWithPosts('settings-city', 'hx-city', [CITY]);
  const official = await signInWithPosts('settings-official', 'hx-official', [CITY]);
  const member = await signInWithPosts('settings-member', 'hx-member', []);
  for (const client of [city, official, member]) {
    expect((await client.get('hxSettingForms:list')).status).toBe(403);
    expect((await save({ communityLimits: null }, client)).status).toBe(403);
  }
  expect((await signedOut().get('hxSettingForms:list')).status).toBe(401);
  expect((await save({ communityLimits: null }, signedOut())).status).toBe(401);
});
