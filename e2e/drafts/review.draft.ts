/**
 * An administrator adds a second review to the seeded workflow without code; a member registers on a phone, the
 * community and the street decide, time runs out and the review is passed upward.
 */
import fs from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser, picture, signedInContext } from '../support/browser';
import { inDatabase } from '../support/database';
import { startOwnProduct, type OwnProduct } from '../support/product';
import { makeSmallCity, PASSWORD } from '../support/small-city';

jest.setTimeout(420_000);

/** The sweep that heeds deadlines runs once a minute. */
const SWEEP_MS = 150_000;
const WORKFLOWS = '/v/admin/settings/workflow';
let browser: Browser;
let product: OwnProduct;
let names: { building: string; unit: string };

beforeAll(async () => {
  product = await startOwnProduct('none');
  browser = await openBrowser();
  names = await makeSmallCity(product);
});
afterAll(async () => {
  await browser.close();
  await product.stop();
  fs.rmSync(product.storage, { recursive: true, force: true });
});

async function open(account: string, path: string, phone = false): Promise<Page> {
  const password = account === product.administrator ? product.administratorPassword : PASSWORD;
  const context = await signedInContext(browser, product, { account, password }, { phone });
  const page = await context.newPage();
  await page.goto(`${product.url}${path}`);
  return page;
}

/** Opens a select and takes an option of it. */
async function pick(page: Page, select: Locator, option: string): Promise<void> {
  await select.click();
  const list = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
  await list.locator('.ant-select-item-option', { hasText: option }).first().click();
}

/** The choosers of a phone open a list from below, with a search box. */
async function choose(page: Page, field: string, text: string): Promise<void> {
  await page.locator(`#${field}`).click();
  await page.locator('input[placeholder=search]:visible').last().fill(text);
  await page.locator('.adm-list-item:visible', { hasText: text }).first().click();
}

async function register(account: string, name: string, telephone: string): Promise<void> {
  const phone = await open(account, '/v/mobile', true);
  await phone.getByText('报到登记', { exact: true }).last().click();
  await phone.locator('#personName').fill(name);
  await phone.locator('#phone').fill(telephone);
  await choose(phone, 'unit', names.unit);
  await phone.locator('#position').fill('科员');
  await choose(phone, 'homeArea', names.building);
  await phone.locator('#doorNumber').fill('2单元301');
  await phone.locator('input[name=consentVersion]').check();
  await phone.getByRole('button', { name: '提交报到' }).click();
  await phone
    .getByText(/提交成功/)
    .first()
    .waitFor();
  await phone.context().close();
}

/** Opens a task of one's inbox: on a desk, or in the first tab of the phone's layout. */
async function openTask(page: Page, name: string, phone = false): Promise<Locator> {
  if (!phone) await page.getByText('待办与督办').first().click();
  await page.getByRole('button', { name, exact: false }).first().click();
  const dialog = page.getByRole('dialog').filter({ hasText: '我的意见' });
  await dialog.waitFor();
  return dialog;
}

async function approve(account: string, name: string, shot: string, phone = false): Promise<void> {
  const page = await open(account, phone ? '/v/mobile' : '/v/admin', phone);
  const task = await openTask(page, name, phone);
  await task.getByText('138****').waitFor();
  await picture(page, shot);
  await task.getByRole('button', { name: /^同\s*意$/ }).click();
  await page.getByText('已同意').first().waitFor();
  await page.context().close();
}

it('adds a second review at street level, without code', async () => {
  const page = await open(product.administrator, WORKFLOWS);
  const row = page.locator('tr', { hasText: '党员报到审批' });
  await row.waitFor();
  await row
    .getByText(/配置|查看/)
    .first()
    .click();
  await page.getByText('社区接收').first().waitFor();
  await picture(page, 'workflow-seeded');
  await page.getByRole('button', { name: 'more' }).first().click();
  await page.getByText('复制到新版本').click();
  await page.getByText('社区接收').first().waitFor();
  await page.waitForTimeout(1500);

  // after the community's review, on the main line
  await page.getByRole('button', { name: 'add-button' }).last().click();
  await page.getByRole('menuitem', { name: '层级审批' }).click();
  const card = page.getByRole('button', { name: /^层级审批-层级审批/ });
  await card.waitFor();
  await card.getByText('还没有设置由谁审批').click();
  const drawer = page.locator('.ant-drawer').filter({ hasText: '由谁审批' });
  await drawer
    .getByRole('button', { name: /添加规则/ })
    .first()
    .click();
  await pick(page, drawer.getByRole('combobox', { name: '岗位' }).first(), '街道党工委书记');
  await page.keyboard.press('Escape');
  await pick(page, drawer.getByRole('combobox', { name: '哪一级' }).first(), '所在的街道');
  await pick(page, drawer.locator('.ant-form-item', { hasText: '超期后' }).last().locator('.ant-select'), '交给上一级');
  await pick(page, drawer.getByRole('combobox', { name: '通过时' }), '编入在册');
  await picture(page, 'review-node-drawer');
  await drawer.getByRole('button', { name: /提\s*交/ }).click();
  await drawer.waitFor({ state: 'hidden' });
  await page.getByText('街道党工委书记（所在的街道）').waitFor();
  await page.getByText('2 个工作日，超期交给上一级').first().waitFor();
  await card.getByLabel(/节点标题|Node title/).fill('街道复核');
  await page.keyboard.press('Tab');
  await page.getByRole('switch').first().click();
  await page.waitForTimeout(1500);
  await picture(page, 'workflow-with-second-review');
  await page.context().close();
});

it('goes through the community on a desk and the street on a phone', async () => {
  await register('small-member', '孙志远', '13800001234');
  await approve('small-official', '孙志远', 'decide-desk');
  await approve('small-street', '孙志远', 'decide-phone', true);
  const phone = await open('small-member', '/v/mobile', true);
  await phone.getByText('我的报到', { exact: true }).last().click();
  await phone.getByText('在册').first().waitFor();
  await phone.context().close();
});

it('passes a review upward when its time has run out', async () => {
  await register('small-member2', '周晓明', '13800005678');
  await approve('small-official', '周晓明', 'decide-desk-second');
  const late = `UPDATE "hxReviewSteps" SET "dueAt" = now() - interval '1 hour' WHERE title = '街道复核' AND state = 'pending'`;
  expect(await inDatabase(product, late)).toBe(1);
  const city = await open('small-city', '/v/admin');
  await city.getByText('待办与督办').first().click();
  await city.getByRole('button', { name: '周晓明' }).first().waitFor({ timeout: SWEEP_MS });
  await picture(city, 'passed-up-inbox');
  await city.getByText('督办', { exact: true }).last().click();
  await city.getByText('各环节用时').waitFor();
  await picture(city, 'supervision');
  await city.context().close();
  await approve('small-city', '周晓明', 'decide-passed-up');
});
