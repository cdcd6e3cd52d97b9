/** A resident without an account raises a need, follows it by a code and rates it; nobody else learns anything. */
import type { PluginFoundation } from '@hongxin/plugin-foundation';
import { app, Client, reset } from '@test/server/harness';
import { checkAnswer, newQuestion } from '../public/question';
import { serviceClass, step, stored } from '@test/server/registration/service';
import { buildTown, codes, list, type Town } from '@test/server/registration/town';

let town: Town;
let addresses = 0;

beforeAll(async () => {
  await reset();
  town = await buildTown();
  trustProxies(1);
});
afterAll(() => trustProxies(0));

/** How many proxies of our own say where a request comes from. */
function trustProxies(count: number): void {
  const { accounts } = app().pm.get('@hongxin/plugin-foundation') as unknown as PluginFoundation;
  accounts.lockOut.trustedProxies = count;
}

/** Somebody on a phone of their own: the reverse proxy says where the request came from. */
class Passer extends Client {
  private readonly address = `203.0.113.${(addresses += 1)}`;

  call<T>(...[method, path, options = {}]: Parameters<Client['call']>) {
    const headers = { 'x-forwarded-for': `10.9.9.9, ${this.address}`, 'x-locale': 'zh-CN', ...options.headers };
    return super.call<T>(method, path, { ...options, headers });
  }
}
const passer = (): Passer => new Passer(null);

const WORDS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** Reads the sum as a person does. */
function solve(question: string): string {
  const [, a, operator, b] = /^(.)(加|减)(.)等于几/.exec(question) ?? [];
  const [left, right] = [WORDS.indexOf(a), WORDS.indexOf(b)];
  return String(operator === '加' ? left + right : left - right);
}

/** Reading takes a moment. */
const read = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1600));

async function answered(client: Client): Promise<{ token: string; answer: string }> {
  const { data } = (await client.get<{ question: string; token: string }>('hxPublicNeeds:question')).body;
  await read();
  return { token: data.token, answer: solve(data.question) };
}

let needs = 0;
const form = (change: Record<string, unknown> = {}) => ({
  title: `路灯不亮${(needs += 1)}`,
  description: `3号楼前第${needs}盏路灯不亮`,
  areaId: String(town.eastEstate.id),
  contactName: '王大爷',
  contactPhone: '13911112222',
  ...change,
});

interface Raised {
  code: string;
  number: string;
}
const raise = (client: Client, values: object) => client.post<Raised>('hxPublicNeeds:raise', values);
const follow = (client: Client, code: string) => client.post<Record<string, unknown>>('hxPublicNeeds:follow', { code });

it('goes from raised to rated, by a code alone', async () => {
  const client = passer();
  const areas = await client.get<{ id: string; name: string }[]>('hxPublicNeeds:areas', { search: '东' });
  expect(areas.body.data.map(({ name }) => name)).toEqual(['东社区', '东小区']);
  const raised = await raise(client, { ...form(), ...(await answered(client)) });
  expect([raised.status, codes(raised)]).toEqual([200, []]);
  const { code, number } = raised.body.data;
  expect(code).toMatch(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/);
  expect((await follow(client, code)).body.data).toMatchObject({ number, state: 'raised', stateLabel: '已提出' });

  const [row] = await list(town.community, 'hxNeeds', { filter: { number } });
  expect(row).toMatchObject({ source: 'resident', contactPhone: '139****2222' });
  const { id } = row;
  await step(town.community, 'hxNeeds', id, 'review', { values: { serviceClassId: await serviceClass() } });
  for (const transition of ['publish', 'claim', 'start']) await step(town.community, 'hxNeeds', id, transition);
  const early = await client.post('hxPublicNeeds:rate', { code, satisfaction: '4' });
  expect(early.status).toBe(400);
  const told = JSON.stringify(early.body.errors?.map(({ message }) => message));
  expect(told).toContain('办理中');
  expect(told).not.toMatch(/inProgress|awaitingRating|“rate”/);
  await step(town.community, 'hxNeeds', id, 'finish', { values: { result: '已更换路灯' } });

  const late = await follow(passer(), ` ${code.toLowerCase()} `);
  expect(late.body.data).toMatchObject({ state: 'awaitingRating', result: '已更换路灯', mayRate: true });
  expect((late.body.data.steps as { label: string }[]).map(({ label }) => label)).toEqual([
    '已提出',
    '已审核',
    '已发布',
    '已认领',
    '办理中',
    '待评价',
  ]);
  const text = JSON.stringify(late.body.data);
  for (const secret of ['13911112222', '王大爷', 'ownerId', 'east-official', 'Hash'])
    expect(text).not.toContain(secret);

  const wrong = await client.post('hxPublicNeeds:rate', { code, satisfaction: '6' });
  expect([wrong.status, codes(wrong)]).toEqual([400, ['VALUE_NOT_A_CHOICE']]);
  const rated = await client.post('hxPublicNeeds:rate', { code, satisfaction: '4', comment: '很快' });
  expect([rated.status, rated.body.data]).toMatchObject([200, { state: 'closed', mayRate: false }]);
  expect(await stored(town, 'hxNeeds', id)).toMatchObject({
    state: 'closed',
    satisfaction: '4',
    ratingComment: '很快',
  });
});

it('can be withdrawn with a reason until somebody takes it on', async () => {
  const client = passer();
  const { code } = (await raise(client, { ...form(), ...(await answered(client)) })).body.data;
  expect((await client.post('hxPublicNeeds:withdraw', { code })).status).toBe(400);
  const answer = await client.post('hxPublicNeeds:withdraw', { code, reason: '已修好' });
  expect([answer.status, answer.body.data]).toMatchObject([200, { state: 'withdrawn', mayWithdraw: false }]);
  expect((await client.post('hxPublicNeeds:rate', { code, satisfaction: '5' })).status).toBeGreaterThanOrEqual(400);
});

it('refuses a form with everything that is wrong, and writes nothing', async () => {
  const client = passer();
  const before = await list(town.administrator, 'hxNeeds');
  const bad = form({
    title: '广告 www.example.com',
    description: 'x'.repeat(501),
    areaId: '',
    contactPhone: '12',
    wantedBy: '2026-02-30',
  });
  const answer = await raise(client, { ...bad, ...(await answered(client)), answer: '99' });
  expect(answer.status).toBe(400);
  expect(codes(answer).sort()).toEqual([
    'FIELD_REQUIRED',
    'PHONE_INVALID',
    'PUBLIC_DAY_INVALID',
    'PUBLIC_NO_LINKS',
    'PUBLIC_TEXT_TOO_LONG',
    'QUESTION_WRONG',
  ]);
  const nested = await raise(client, { ...form({ title: { $ne: null }, areaId: ['1'] }), ...(await answered(client)) });
  expect(nested.status).toBe(400);
  const street = await raise(client, { ...form({ areaId: String(town.street.id) }), ...(await answered(client)) });
  expect([street.status, codes(street)]).toEqual([400, ['PUBLIC_AREA_MISSING']]);
  expect(await list(town.administrator, 'hxNeeds')).toHaveLength(before.length);
});

it('is not for programs: a question counts once, a hidden field stays blank, the same text comes once', async () => {
  const client = passer();
  const once = await answered(client);
  const values = form();
  expect((await raise(client, { ...values, ...once })).status).toBe(200);
  const again = await raise(client, { ...form(), ...once });
  expect([again.status, codes(again)]).toEqual([400, ['QUESTION_EXPIRED']]);
  const trapped = await raise(client, { ...form(), website: 'x', ...(await answered(client)) });
  expect([trapped.status, codes(trapped)]).toEqual([400, ['QUESTION_WRONG']]);
  const other = passer();
  const same = await raise(other, { ...values, title: `${values.title}！`, ...(await answered(other)) });
  expect([same.status, codes(same)]).toEqual([400, ['PUBLIC_RAISED_ALREADY']]);
});

it('takes five an hour from an address, whatever the caller claims to be, and however they are sent at once', async () => {
  const client = passer();
  const questions = await Promise.all(Array.from({ length: 8 }, () => answered(client)));
  const answers = await Promise.all(
    questions.map((question, index) =>
      client.call<Raised>('POST', 'hxPublicNeeds:raise', {
        body: { ...form(), ...question },
        headers: { 'x-forwarded-for': `198.51.100.${index}, ${(client as unknown as { address: string }).address}` },
      }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 429, 429, 429]);
});

it('cannot be guessed: unknown codes are refused, and after thirty the address is', async () => {
  const client = passer();
  const first = await follow(client, 'AAAA-AAAA-AAAA-AAAA');
  expect([first.status, codes(first)]).toEqual([404, ['TRACKING_CODE_UNKNOWN']]);
  for (let count = 1; count < 30; count += 1) await follow(client, `BBBB-BBBB-BBBB-${count}`);
  const last = await follow(client, 'CCCC-CCCC-CCCC-CCCC');
  expect([last.status, codes(last)]).toEqual([429, ['TOO_MANY_ATTEMPTS']]);
});

it('lets exactly thirty of sixty attempts at once through, and believes no address that the caller makes up', async () => {
  trustProxies(0);
  try {
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        new Client(null).call('POST', 'hxPublicNeeds:follow', {
          body: { code: `DDDD-DDDD-DDDD-${index}` },
          headers: { 'x-forwarded-for': `198.51.100.${index}` },
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(30);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(30);
  } finally {
    trustProxies(1);
  }
});

it('opens nothing else to who has no account', async () => {
  const client = passer();
  for (const path of ['hxNeeds:list', 'hxPublicAttempts:list', 'hxAreas:list', 'hxDictionaryItems:list'])
    expect((await client.get(path)).status).toBeGreaterThanOrEqual(401);
  expect((await town.community.get('hxPublicAttempts:list')).status).toBe(403);
  const stores = await app().db.sequelize.query('SELECT * FROM "hxPublicAttempts"');
  expect(JSON.stringify(stores[0])).not.toContain('203.0.113');
});

describe('the question', () => {
  const now = new Date('2026-11-24T02:00:00Z');
  const later = (milliseconds: number) => new Date(now.getTime() + milliseconds);

  it('is right, not too fast and not too late', () => {
    for (let round = 0; round < 40; round += 1) {
      const { question, token } = newQuestion('zh', now);
      expect(checkAnswer(token, ` ${solve(question)} `, later(5000)).fault).toBeNull();
      expect(checkAnswer(token, String(Number(solve(question)) + 1), later(5000)).fault).toBe('QUESTION_WRONG');
      expect(checkAnswer(token, solve(question), later(100)).fault).toBe('QUESTION_TOO_FAST');
      expect(checkAnswer(token, solve(question), later(16 * 60_000)).fault).toBe('QUESTION_EXPIRED');
    }
    expect(newQuestion('en', now).question).toMatch(/^How much is \w+ (plus|minus) \w+\?$/);
    expect(checkAnswer('', '', now).fault).toBe('QUESTION_EXPIRED');
    expect(checkAnswer('a.b.c', '1', now).fault).toBe('QUESTION_EXPIRED');
  });
});
