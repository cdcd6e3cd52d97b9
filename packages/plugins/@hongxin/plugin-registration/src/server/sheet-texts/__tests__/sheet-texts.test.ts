/** What receipts and yearly feedbacks say is the city's to word, in both languages, without code. */
import { app, reset, root, signedOut, signInAs, type Client } from '@test/server/harness';
import { DEFAULT_SHEET_TEXTS, type SheetTexts } from '@hongxin/rules/registration';

type Words = Record<string, Record<string, string>>;
const KEY = 'sheetTexts.memberReceipt';
const SHIPPED = DEFAULT_SHEET_TEXTS.memberReceipt;

let administrator: Client;
const restore = () =>
  app()
    .db.getRepository('hxSettings')
    .destroy({ filter: { key: KEY } });
const save = (value: SheetTexts) =>
  administrator.call('POST', 'hxSettingForms:save', {
    headers: { 'x-locale': 'zh-CN' },
    body: { values: { [KEY]: value } },
  });
const texts = async (client: Client, locale: string) =>
  (await client.call<Words>('GET', 'hxReceipts:texts', { headers: { 'x-locale': locale } })).body.data;

beforeAll(async () => {
  await reset();
  administrator = await root();
  await restore();
});
afterAll(restore);

it('says what is shipped until somebody words it otherwise, to each reader in their language', async () => {
  const member = await signInAs('sheet-member', ['hx-member']);
  expect((await texts(member, 'zh-CN')).memberReceipt).toMatchObject({ title: SHIPPED.title.zh });
  const title = { zh: '龙口市在职党员报到回执', en: 'Longkou: receipt of a member' };
  const sign = { zh: '中共{{issuer}}', en: '{{issuer}} (Party)' };
  expect((await save({ ...SHIPPED, title, sign })).status).toBe(200);
  expect((await texts(member, 'zh-CN')).memberReceipt).toMatchObject({ title: title.zh, sign: sign.zh });
  expect((await texts(member, 'en-US')).memberReceipt).toMatchObject({ title: title.en, sign: sign.en });
  expect((await texts(member, 'zh-CN')).unitReceipt.title).toBe(DEFAULT_SHEET_TEXTS.unitReceipt.title.zh);
});

it('refuses a text that would print badly, and names it', async () => {
  const answer = await save({ ...SHIPPED, title: { zh: '', en: 'Receipt' }, note: { zh: '{{phone}}', en: '' } });
  expect(answer.status).toBe(400);
  const { errors = [] } = answer.body as { errors?: { code: string; message: string }[] };
  expect(errors.map(({ code }) => code)).toEqual(['SHEET_TEXT_BLANK', 'SHEET_TEXT_NO_PLACEHOLDER']);
  expect(errors[0].message).toContain('标题（中文）');
  expect(errors[1].message).toContain('{{phone}}');
});

it('is read by whoever has signed in, and changed by those who configure', async () => {
  const official = await signInAs('sheet-official', ['hx-official']);
  expect((await signedOut().get('hxReceipts:texts')).status).toBe(401);
  expect((await official.get('hxReceipts:texts')).status).toBe(200);
  expect((await official.post('hxSettingForms:save', { values: { [KEY]: null } })).status).toBe(403);
});
