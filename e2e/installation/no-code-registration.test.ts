/**
 * An administrator adds a class of service, a target of the year and one more level of review, all in the browser and
 * without code; a member who registers afterwards goes the new way: unit, community, street, receipt.
 */
import type { Locator, Page } from 'playwright-core';
import { callApi, openBrowser, picture, type TestBrowser } from '../support/browser';
import type { Product } from '../support/product';
import { makeAccount, NAMES, PASSWORD, sharedSmallCity, signIn } from '../support/small-city';
import {
  WORKFLOWS,
  addReview,
  addRule,
  agree,
  choose,
  chooseSeveral,
  copyRegistrationWorkflow,
  openMyRegistrations,
  openTask,
  pick,
  saveOf,
  showFields,
  titleAndEnable,
} from '../support/steps';

jest.setTimeout(420_000);

const CLASS = '数字助老';
const MEMBER = '郑文博';
const UNIT = '龙口市档案馆';
const HOURS = 26;
const YEAR = new Date().getFullYear();
let browser: TestBrowser;
let product: Product;
let administrator: string;
let seeded: { id: number };

beforeAll(async () => {
  product = await sharedSmallCity();
  browser = openBrowser();
  administrator = await signIn(product, product.administrator, product.administratorPassword);
  await makeAccount(product, 'no-code-member', 'hx-member');
  await makeUnitWithLiaison();
  const filter = encodeURIComponent(JSON.stringify({ title: '党员报到审批', current: true }));
  [seeded] = await callApi<{ id: number }[]>(product, administrator, `workflows:list?filter=${filter}`);
});
afterAll(async () => {
  await browser.close();
  // the other files find the shipped review
  await callApi(product, administrator, `workflows:update?filterByTk=${seeded.id}`, { enabled: true });
});

async function makeUnitWithLiaison(): Promise<void> {
  const { id: liaisonId } = await makeAccount(product, 'no-code-liaison', 'hx-unit');
  const filter = encodeURIComponent(JSON.stringify({ level: 'community' }));
  const [{ id: areaId }] = await callApi<{ id: number }[]>(product, administrator, `hxAreas:list?filter=${filter}`);
  const unit = { name: UNIT, kind: 'institution', areaId };
  const { id } = await callApi<{ id: number }>(product, administrator, 'hxUnits:create', unit);
  await callApi(product, administrator, `hxUnits:update/${id}`, { liaisonId });
}

async function open(account: string, path: string, phone = false): Promise<Page> {
  const password = account === product.administrator ? product.administratorPassword : PASSWORD;
  return browser.open(product, { account, password }, path, { phone });
}

/** The form of a popup, and what is typed into one of its fields. */
const popup = (page: Page): Locator => page.locator('.ant-drawer-content, .ant-modal-content').last();
const type = (page: Page, field: string, text: string): Promise<void> => popup(page).locator(`#${field}`).fill(text);

/** Takes an option of a form's select, found by typing. */
async function take(page: Page, field: string, text: string): Promise<void> {
  await popup(page).locator(`#${field}`).click();
  await page.keyboard.type(text);
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option', { hasText: text })
    .first()
    .click();
}

async function save(page: Page, button: RegExp): Promise<void> {
  const form = popup(page);
  await form.getByRole('button', { name: button }).last().click();
  await form.waitFor({ state: 'hidden' });
}

it('adds a class of service in the dictionary', async () => {
  const page = await open(product.administrator, '/v/admin');
  await page.getByText('红心治理').first().click();
  await page.getByText('字典', { exact: true }).first().click();
  await page.getByText('字典项', { exact: true }).first().click();
  await page.getByRole('button', { name: /新建字典项/ }).click();
  await take(page, 'dictionary', '服务岗位类别');
  await type(page, 'title', CLASS);
  await type(page, 'code', 'digitalHelp');
  await picture(page, 'no-code-class');
  await save(page, /提\s*交|Submit/);
  await browser.rest(page);
});

it('sets a target for the city’s members', async () => {
  const page = await open(product.administrator, '/v/admin');
  await page.getByText('双报到').first().click();
  await page.getByText('年度目标', { exact: true }).first().click();
  await page.getByRole('button', { name: /新建目标/ }).click();
  await type(page, 'year', String(YEAR));
  await take(page, 'subject', '党员');
  await take(page, 'area', '龙口市');
  for (const [field, value] of Object.entries({ hours: HOURS, times: 5, claims: 3 }))
    await type(page, field, String(value));
  await picture(page, 'no-code-target');
  await save(page, /保\s*存/);
  await page
    .locator('tr', { hasText: String(HOURS) })
    .first()
    .waitFor();
  await browser.rest(page);
});

it('draws a review of the street, which then issues the receipt', async () => {
  const page = await open(product.administrator, WORKFLOWS);
  await copyRegistrationWorkflow(page);
  // the community's approval no longer accepts: it hands on
  await page
    .getByRole('button', { name: '层级审批-社区接收' })
    .getByText(/所在的社区/)
    .first()
    .click();
  const community = page.locator('.ant-drawer').filter({ hasText: '由谁审批' });
  const outcome = community
    .locator('.ant-select')
    .filter({ has: page.getByRole('combobox', { name: '通过时', exact: true }) })
    .first();
  await outcome.hover();
  await outcome.locator('.ant-select-clear').click();
  await picture(page, 'no-code-community-hands-on');
  await saveOf(community).click();
  await community.waitFor({ state: 'hidden' });

  const { card, drawer } = await addReview(page);
  await addRule(drawer);
  await pick(page, drawer, '岗位', '街道党工委书记');
  await page.keyboard.press('Escape');
  await pick(page, drawer, '哪一级', '所在的街道');
  await pick(page, drawer, '通过时', '接收报到');
  await showFields(page, drawer, ['姓名', '工作单位', '服务意向']);
  await saveOf(drawer).click();
  await drawer.waitFor({ state: 'hidden' });
  await titleAndEnable(page, card, '街道审核');
  await picture(page, 'no-code-review');
  await browser.rest(page);
});

it('lets a member choose the new class', async () => {
  const phone = await open('no-code-member', '/v/mobile', true);
  await openMyRegistrations(phone, '报到登记');
  await phone.locator('#personName').fill(MEMBER);
  await phone.locator('#phone').fill('13800004321');
  await choose(phone, 'unit', UNIT);
  await choose(phone, 'homeArea', NAMES.building);
  await chooseSeveral(phone, 'serviceIntentions', CLASS);
  await picture(phone, 'no-code-intention');
  await phone.locator('input[name=consentVersion]').check();
  await phone.getByRole('button', { name: '提交报到' }).click();
  await phone
    .getByText(/提交成功/)
    .first()
    .waitFor();
  await browser.rest(phone);
});

async function decide(account: string, shot: string): Promise<void> {
  const page = await open(account, '/v/admin');
  await page.getByText('待办与督办').first().click();
  const task = await openTask(page, MEMBER);
  await task.getByText(CLASS).first().waitFor();
  await picture(page, shot);
  await agree(task);
  await browser.rest(page);
}

async function registration(): Promise<{ state: string; receiptNumber: string | null }> {
  const filter = encodeURIComponent(JSON.stringify({ personName: MEMBER }));
  const [row] = await callApi<{ state: string; receiptNumber: string | null }[]>(
    product,
    administrator,
    `hxMemberRegistrations:list?filter=${filter}`,
  );
  return row;
}

it('goes from the unit to the community, the street and the receipt', async () => {
  await decide('no-code-liaison', 'no-code-by-unit');
  expect(await registration()).toMatchObject({ state: 'unitConfirmed' });
  await decide('small-official', 'no-code-by-community');
  // the new way: the street has not yet agreed
  expect(await registration()).toMatchObject({ state: 'unitConfirmed', receiptNumber: null });
  await decide('small-street', 'no-code-by-street');
  const { state, receiptNumber } = await registration();
  expect([state, receiptNumber]).toEqual(['accepted', expect.stringMatching(/^HZ-/)]);
  const phone = await open('no-code-member', '/v/mobile', true);
  await openMyRegistrations(phone, '我的报到');
  await phone.getByText('社区已接收').first().waitFor();
  await phone.getByText(String(receiptNumber)).first().waitFor();
  await picture(phone, 'no-code-receipt');
  await browser.rest(phone);
});

it('shows the member the new target', async () => {
  const phone = await open('no-code-member', '/v/mobile', true);
  await phone.getByText('我的服务', { exact: true }).last().click();
  await phone.getByText(`目标 ${HOURS} 小时、5 次`).waitFor();
  await picture(phone, 'no-code-target-phone');
  await browser.rest(phone);
});
