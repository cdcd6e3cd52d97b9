/**
 * An administrator adds a second review to the seeded workflow without code; a member registers on a phone, the
 * community and the street decide, time runs out and the review is passed upward.
 */
import type { Browser, Locator, Page } from 'playwright-core';
import { callApi, openBrowser, picture, signedInContext } from './support/browser';
import { inDatabase } from './support/database';
import { sharedProduct } from './support/product';

jest.setTimeout(420_000);

const product = sharedProduct();
const HOME = '锦里7号小区3号楼';
/** The sweep that heeds deadlines runs once a minute. */
const SWEEP_MS = 100_000;
const WORKFLOWS = '/v/admin/settings/workflow';
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function open(account: string, path: string, phone = false): Promise<Page> {
  const password = account === product.administrator ? product.administratorPassword : product.demoPassword;
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

async function register(name: string, telephone: string): Promise<void> {
  const phone = await open('demo-member', '/v/mobile', true);
  await phone.getByText('报到登记', { exact: true }).last().click();
  await phone.locator('#personName').fill(name);
  await phone.locator('#phone').fill(telephone);
  await choose(phone, 'unit', '支行');
  await phone.locator('#position').fill('科员');
  await choose(phone, 'homeArea', HOME);
  await phone.locator('#doorNumber').fill('2单元301');
  await phone.locator('input[name=consentVersion]').check();
  await phone.getByRole('button', { name: '提交报到' }).click();
  await phone
    .getByText(/提交成功/)
    .first()
    .waitFor();
  await phone.context().close();
}

/** The inbox on a desk. */
const openInbox = (account: string): Promise<Page> => open(account, '/v/admin').then(inboxOf);
async function inboxOf(page: Page): Promise<Page> {
  await page.getByText('待办与督办').first().click();
  await page.getByText('我的待办').first().waitFor();
  return page;
}

async function openTask(page: Page, name: string): Promise<Locator> {
  await page.getByRole('button', { name, exact: false }).first().click();
  const dialog = page.getByRole('dialog').filter({ hasText: '我的意见' });
  await dialog.waitFor();
  return dialog;
}

describe('drawn by an administrator', () => {
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
    await pick(
      page,
      drawer.locator('.ant-form-item', { hasText: '超期后' }).last().locator('.ant-select'),
      '交给上一级',
    );
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
});
