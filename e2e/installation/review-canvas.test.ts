/**
 * An administrator puts a move on the canvas, opens its drawer, changes and saves it, and runs the workflow by hand on
 * one record. (`review.test.ts` has the trigger, the review node and what follows from them.)
 */
import type { Locator, Page } from 'playwright-core';
import { callApi, openBrowser, picture, type TestBrowser } from '../support/browser';
import type { Product } from '../support/product';
import { takeOption } from '../support/steps';
import { makeAccount, PASSWORD, sharedSmallCity, signIn } from '../support/small-city';

jest.setTimeout(420_000);

const NAME = '卢静';
const OPINION = '本人已搬离本市';
let browser: TestBrowser;
let product: Product;
let administrator: string;
let workflow: { id: number };

beforeAll(async () => {
  product = await sharedSmallCity();
  browser = openBrowser();
  await makeAccount(product, 'canvas-member', 'hx-member');
  administrator = await signIn(product, product.administrator, product.administratorPassword);
  const member = await signIn(product, 'canvas-member', PASSWORD);
  await callApi(product, member, 'hxMemberRegistrations:create', { personName: NAME, phone: '13800001111' });
  workflow = await callApi(product, administrator, 'workflows:create', {
    title: '清理草稿',
    type: 'hx-transition',
    config: { collection: 'hxMemberRegistrations', on: 'transition', transitions: ['submit'], appends: [] },
  });
});
afterAll(() => browser.close());

async function openCanvas(): Promise<Page> {
  const account = { account: product.administrator, password: product.administratorPassword };
  const page = await browser.signedIn(product, account);
  await page.goto(`${product.url}/v/admin/settings/workflow/workflows/${workflow.id}`);
  return page;
}

/** Takes an option of the select in the form item with this label, and sees it taken. */
async function pick(page: Page, scope: Locator, label: string, text: string): Promise<void> {
  const select = scope.locator('.ant-form-item').filter({ hasText: label }).last().locator('.ant-select').first();
  await takeOption(page, select, text);
}

const addLeaveReason = async (page: Page, drawer: Locator): Promise<void> => {
  await drawer.getByRole('button', { name: '添加字段' }).click();
  await page.getByRole('menuitem', { name: '离册原因' }).click();
  await drawer.getByText('离册原因').waitFor();
};

const save = async (drawer: Locator): Promise<void> => {
  await drawer.getByRole('button', { name: /提\s*交/ }).click();
  await drawer.waitFor({ state: 'hidden' });
};

const configuration = async (): Promise<unknown> => {
  const [node] = await callApi<{ config: unknown }[]>(product, administrator, `workflows/${workflow.id}/nodes:list`);
  return node.config;
};

it('sets up a move in its drawer, and finds there what was saved', async () => {
  const page = await openCanvas();
  await page.getByRole('button', { name: 'add-button' }).first().click();
  await page.getByRole('menuitem', { name: '流转' }).click();
  const card = page.getByRole('button', { name: '流转-流转' });
  await card.getByText('还没有设置流程操作').click();
  const drawer = page.locator('.ant-drawer').filter({ hasText: '哪条记录' });
  // the record of the trigger is proposed
  await drawer.getByText('主数据源 / 党员报到').waitFor();
  await drawer.getByText('触发器变量/触发的记录/ID').waitFor();
  await drawer.getByRole('button', { name: /提\s*交/ }).click();
  await drawer.getByText('请选择流程操作').waitFor();

  await pick(page, drawer, '流程操作', '注销报到');
  await drawer.getByLabel('意见').fill(OPINION);
  await addLeaveReason(page, drawer);
  await pick(page, drawer, '离册原因', '居住地变更');
  await picture(page, 'move-drawer');
  await save(drawer);
  await card.getByText('“党员报到”：注销报到').waitFor();
  const saved = {
    collection: 'hxMemberRegistrations',
    recordId: '{{$context.data.id}}',
    transition: 'cancel',
    actor: 'reviewer',
    opinion: OPINION,
    values: { leaveReason: 'moved' },
  };
  expect(await configuration()).toEqual(saved);

  // another transition does not ask for the reason, and does not keep it
  await page.reload();
  await card.getByText('“党员报到”：注销报到').click();
  await drawer.getByText('居住地变更').waitFor();
  await pick(page, drawer, '流程操作', '接收报到');
  await drawer.getByText('同时填写的字段').waitFor({ state: 'hidden' });
  await drawer.getByRole('radio', { name: '系统' }).check();
  await save(drawer);
  await card.getByText('“党员报到”：接收报到').waitFor();
  expect(await configuration()).toEqual({ ...saved, transition: 'accept', actor: 'system', values: {} });

  await card.getByText('“党员报到”：接收报到').click();
  await pick(page, drawer, '流程操作', '注销报到');
  await save(drawer);
  await card.getByText('“党员报到”：注销报到').waitFor();
  await page.close();
});

it('runs by hand on the record that was chosen', async () => {
  const page = await openCanvas();
  await page.getByRole('button', { name: '手动执行' }).click();
  const dialog = page.locator('.ant-modal').filter({ hasText: '触发器变量' });
  await dialog.getByRole('button', { name: /确\s*定/ }).click();
  await dialog.getByText('请选择记录').waitFor();
  await pick(page, dialog, '用哪条记录运行', NAME);
  await picture(page, 'run-by-hand');
  await dialog.getByRole('button', { name: /确\s*定/ }).click();
  await page.getByText('工作流已执行').waitFor();
  await page.getByText('完成', { exact: true }).first().waitFor();
  await picture(page, 'run-by-hand-done');
  const filter = encodeURIComponent(JSON.stringify({ personName: NAME }));
  const [record] = await callApi<{ id: number; state: string }[]>(
    product,
    administrator,
    `hxMemberRegistrations:list?filter=${filter}`,
  );
  expect(record.state).toBe('cancelled');
  await page.close();
});
