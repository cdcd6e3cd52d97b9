/**
 * A community writes a post; a member claims and serves on a phone, the community verifies; a resident's need goes from raised to rated; a member is
 * invited to a need and claims it.
 */
import type { Locator, Page } from 'playwright-core';
import { callApi, openBrowser, picture, type TestBrowser } from '../support/browser';
import { inDatabase } from '../support/database';
import { sharedProduct } from '../support/product';
import { signIn } from '../support/small-city';
import { handle, openTab, takeOption } from '../support/steps';

jest.setTimeout(240_000);

const product = sharedProduct();
const HOUR = 3_600_000;
/** Told from the posts of an earlier run against the same product. */
const POST = `周末楼道清扫 ${String(Date.now()).slice(-6)}`;
let browser: TestBrowser;
let communityToken: string;

interface Row {
  id: number;
  [field: string]: unknown;
}

beforeAll(async () => {
  browser = openBrowser();
  communityToken = await signIn(product, 'demo-community', product.demoPassword);
});
afterAll(() => browser.close());

const api = <T>(path: string, body?: unknown): Promise<T> => callApi<T>(product, communityToken, path, body);
const query = (filter: object): string => `filter=${encodeURIComponent(JSON.stringify(filter))}`;

async function open(account: string, path: string, phone: boolean): Promise<Page> {
  return browser.open(product, { account, password: product.demoPassword }, path, { phone });
}

/** Takes an option of the select of a field in a form. */
const pickWithin = (form: Locator, field: string, option: string): Promise<void> =>
  takeOption(form.page(), form.locator('.ant-select', { has: form.page().locator(`#${field}`) }), option);

const tab = (page: Page, title: string) => page.getByText(title, { exact: true }).last();

async function serviceClass(code?: string): Promise<number> {
  const filter = { dictionary: 'servicePostClass', ...(code ? { code } : {}) };
  const [row] = await api<Row[]>(`hxDictionaryItems:list?${query(filter)}`);
  return row.id;
}

/** Hours from now, as people of the city write it. */
const at = (hours: number): string =>
  new Date(Date.now() + hours * HOUR).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 16);

it('the community writes a post and publishes it; what is missing is said where it is missing', async () => {
  const desk = await open('demo-community', '/v/admin', false);
  await desk.getByText('双报到').first().click();
  await desk.getByText('服务岗位', { exact: true }).first().click();
  const list = await openTab(desk, '招募中');
  await list.getByRole('button', { name: '新建岗位' }).click();
  const form = desk.locator('form', { has: desk.locator('#headCount') });
  await form.locator('#title').fill(POST);
  await form.locator('#headCount').fill('5');
  await pickWithin(form, 'area', '锦里社区');
  const publish = desk.getByRole('button', { name: '发布岗位' });
  await publish.click();
  const refused = desk.locator('.ant-modal-content').filter({ hasText: '还不能提交', visible: true });
  for (const field of ['服务类别', '开始时间', '结束时间']) await refused.getByText(field).first().waitFor();
  await picture(desk, 'post-incomplete');
  await refused.getByRole('button', { name: '返回修改' }).click();

  await pickWithin(form, 'serviceClass', '社区治理');
  await form.locator('#location').fill('锦里社区党群服务站');
  const moments = { startsAt: at(-1), endsAt: at(2), claimBy: at(1) };
  for (const [field, moment] of Object.entries(moments)) {
    await form.locator(`#${field}`).fill(moment);
    const picker = desk.locator('.ant-picker-dropdown').filter({ visible: true });
    await picker.getByRole('button', { name: /^确\s?定$/ }).click(); // Enter would submit the host's form
    await picker.waitFor({ state: 'hidden' });
    expect(await form.locator(`#${field}`).inputValue()).toBe(moment);
  }
  await picture(desk, 'post-form');
  await publish.click();
  await form.waitFor({ state: 'hidden' });
  await list.locator('tr', { hasText: POST }).last().getByText('招募中').waitFor();
  await picture(desk, 'post-published');
  await browser.rest(desk);
});

it('a member claims a post on the phone, checks in and out, and the community verifies the hours', async () => {
  const [post, ...others] = await api<Row[]>(`hxServicePosts:list?${query({ title: POST })}`);
  expect(others).toEqual([]); // what was refused first is the same post
  expect(post).toMatchObject({ state: 'open', headCount: 5, location: '锦里社区党群服务站' });
  expect(Date.parse(String(post.endsAt)) - Date.parse(String(post.startsAt))).toBe(3 * HOUR);

  const phone = await open('demo-member2', '/v/mobile', true);
  await tab(phone, '服务岗位').click();
  const card = phone.locator('.ant-card', { hasText: POST }).last();
  await card.waitFor();
  await picture(phone, 'open-posts-phone');
  await card.getByRole('button', { name: /认\s?领/ }).click();
  await phone.getByRole('button', { name: '确认认领' }).click();
  await card.getByRole('button', { name: '已认领' }).waitFor();

  await tab(phone, '我的服务').click();
  await phone.getByText('已认领').filter({ visible: true }).first().waitFor();
  await picture(phone, 'my-service-phone');
  const claim = phone.locator('.ant-list-item, .ant-card, tr', { hasText: POST }).last();
  const handle = () => claim.getByText('办理', { exact: true }).first().click();
  await handle();
  await phone.getByRole('button', { name: /^签\s?到$/ }).click(); // a button of two characters has a space in it
  await picture(phone, 'claim-check-in-phone');
  await phone.getByRole('button', { name: '确认签到' }).click();
  await claim.getByText('已签到').waitFor();
  // half an hour passes: who goes at once has no time that could be verified
  const passed = `UPDATE "hxClaims" SET "checkedInAt" = now() - interval '30 minutes' WHERE "postId" = $1 AND state = 'checkedIn'`;
  expect(await inDatabase(product, passed, [post.id])).toBe(1);
  await handle(); // the one step there is comes up by itself
  await phone.getByRole('textbox', { name: '服务内容' }).fill('清扫3号楼楼道，搬走杂物');
  await picture(phone, 'claim-check-out-phone');
  await phone.getByRole('button', { name: '确认签退' }).click();
  await claim.getByText('待认定').waitFor();
  await browser.rest(phone);

  const desk = await open('demo-community', '/v/admin', false);
  await desk.getByText('双报到').first().click();
  await desk.getByText('服务记录', { exact: true }).first().click();
  const row = desk.locator('tr', { hasText: POST }).last();
  await row.waitFor();
  await row.getByRole('checkbox').check();
  await picture(desk, 'records-to-verify');
  await desk.getByRole('button', { name: /认定所选/ }).click();
  await desk.locator('.ant-modal .ant-rate-star').nth(4).click();
  await desk.locator('.ant-modal .ant-rate-star-full').nth(4).waitFor(); // it counts from when it is drawn
  await picture(desk, 'records-verify-rating');
  await desk.getByRole('button', { name: /^认\s?定$/ }).click();
  await row.waitFor({ state: 'detached' });
  await browser.rest(desk);
  const [record] = await api<Row[]>(`hxServiceRecords:list?${query({ postId: post.id })}`);
  expect(record).toMatchObject({ state: 'verified', origin: 'checkIn', rating: '5' });
});

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

function solve(question: string): string {
  const [, a, operator, b] = /(.)(加|减)(.)等于几/.exec(question) ?? [];
  const [left, right] = [DIGITS.indexOf(a), DIGITS.indexOf(b)];
  return String(operator === '加' ? left + right : left - right);
}

it('a resident without an account raises a need, follows it by its code and rates it', async () => {
  const title = `3号楼前路灯不亮 ${String(Date.now()).slice(-6)}`; // the same text twice a day is refused
  const phone = await browser.visitor({ phone: true });
  phone.setDefaultTimeout(30_000);
  await phone.goto(`${product.url}/v/public/needs`);
  await phone.getByLabel('需要什么帮助').fill(title);
  await phone.getByLabel('具体情况').fill('晚上看不清台阶，老人出入不便');
  await phone.getByRole('combobox', { name: '所在小区或社区' }).fill('锦里7号');
  await phone.locator('.ant-select-item-option', { hasText: '锦里7号小区' }).first().click();
  const question = phone.getByLabel(/等于几/);
  await question.fill(solve(await phone.locator('label', { hasText: '等于几' }).innerText()));
  await picture(phone, 'public-need-phone');
  await phone.waitForTimeout(2000); // faster than a person reads is refused
  await phone.getByRole('button', { name: '提交需求' }).click();
  await picture(phone, 'public-need-sent-phone');
  await phone.getByText('您的查询码').waitFor();
  await picture(phone, 'public-need-code-phone');
  const code = (await phone.locator('h3').innerText()).trim();
  expect(code).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);

  const desk = await open('demo-community', '/v/admin', false);
  await desk.getByText('双报到').first().click();
  await desk.getByText('需求清单', { exact: true }).first().click();
  const row = (tab: Locator) => tab.locator('tr', { hasText: title }).last();
  const toReview = await openTab(desk, '待审核');
  await row(toReview).waitFor();
  await picture(desk, 'needs-to-review');
  await handle(row(toReview), '审核通过', async (dialog) => {
    await dialog.getByRole('combobox').first().click();
    await desk.locator('.ant-select-item-option', { hasText: '社区治理' }).first().click();
    await picture(desk, 'need-review');
  });
  await handle(row(toReview), '发布需求');
  await row(toReview).waitFor({ state: 'detached' });
  const underWay = await openTab(desk, '办理中');
  await handle(row(underWay), '登记认领');
  await handle(row(underWay), '开始办理');
  await handle(row(underWay), '办理完成', (dialog) => dialog.getByRole('textbox').first().fill('已更换路灯'));
  await row(underWay).getByText('待评价').waitFor();
  await picture(desk, 'need-awaiting-rating');
  await browser.rest(desk);

  await phone.getByRole('button', { name: '查看进度' }).click();
  await phone.getByText('已更换路灯').waitFor();
  await phone.getByRole('radio', { name: '非常满意' }).check();
  await picture(phone, 'public-need-rating-phone');
  await phone.getByRole('button', { name: '提交评价' }).click();
  await phone.getByText('已办结').first().waitFor();
  await browser.rest(phone);
});

it('a member is invited to a need, follows the notice, and claims the need on the phone', async () => {
  const title = `独居老人希望有人读报 ${String(Date.now()).slice(-6)}`;
  const memberToken = await signIn(product, 'demo-member2', product.demoPassword);
  const [own] = await callApi<(Row & { skills: string[]; serviceIntentions: string[] })[]>(
    product,
    memberToken,
    `hxMemberRegistrations:list?${query({ state: { $in: ['accepted', 'onRoll'] } })}`,
  );
  const need = await api<Row>('hxNeeds:create', { title, areaId: own.homeAreaId, source: 'visit' });
  // wanted is just what this member offers, so that they come first: of those proposed hardly one has an account
  const serviceClassId = await serviceClass(own.serviceIntentions[0]);
  const values = { serviceClassId, skills: own.skills, times: own.availableTimes, peopleWanted: 2 };
  await api(`hxNeeds:transition/${need.id}`, { transition: 'review', values });
  await api(`hxNeeds:transition/${need.id}`, { transition: 'publish' });

  const desk = await open('demo-community', '/v/admin', false);
  await desk.getByText('双报到').first().click();
  await desk.getByText('需求清单', { exact: true }).first().click();
  const published = await openTab(desk, '办理中');
  await published.locator('tr', { hasText: title }).getByText('匹配', { exact: true }).click();
  const members = await openTab(desk, /在职党员/);
  await members
    .getByRole('button', { name: /^邀请./, disabled: false })
    .first()
    .click();
  await picture(desk, 'need-invite');
  await desk
    .getByRole('tooltip')
    .getByRole('button', { name: /^邀\s?请$/ })
    .click();
  await desk.getByText('已邀请').waitFor();
  await browser.rest(desk);

  const inbox = await callApi<{ messages: { options: { url: string } }[] }>(
    product,
    memberToken,
    `myInAppMessages:list?${query({ channelName: 'hx-service' })}`,
  );
  const [notice] = inbox.messages;
  expect(notice.options.url).toBe(`/needs/${need.id}`);
  const phone = await open('demo-member2', `/v${notice.options.url}`, true);
  await phone.getByLabel('服务日期').click();
  await phone.locator('.ant-picker-header-next-btn').click(); // next month, whatever the day of the run
  await phone.locator('.ant-picker-cell-in-view').last().click();
  await phone.getByLabel('开始时间').click();
  await phone.locator('.ant-select-item-option', { hasText: '08:30' }).click();
  await picture(phone, 'need-claim-phone');
  await phone.getByRole('button', { name: '认领这项需求' }).click();
  await phone.getByRole('button', { name: '已认领' }).waitFor();
  await picture(phone, 'need-claimed-phone');
  await browser.rest(phone);
});

it('proposals for a need say why, and the public page fits a desk', async () => {
  const desk = await open('demo-community', '/v/admin', false);
  await desk.getByText('双报到').first().click();
  await desk.getByText('需求清单', { exact: true }).first().click();
  const published = await openTab(desk, '办理中');
  const row = published.locator('tr', { has: desk.getByText('已发布') }).last();
  await row.waitFor();
  await row.getByText('匹配', { exact: true }).click();
  await desk
    .getByText(/服务类别相同/)
    .first()
    .waitFor();
  await picture(desk, 'need-matches');
  await browser.rest(desk);
  const page = await browser.visitor();
  await page.goto(`${product.url}/v/public/needs`);
  await page.getByRole('button', { name: '提交需求' }).waitFor();
  await picture(page, 'public-need-desk');
  await browser.rest(page);
});
