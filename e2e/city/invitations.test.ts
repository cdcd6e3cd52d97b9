/**
 * A unit gets a liaison by a link and loses it again, a member on the roll gets an account by one, and finds what is theirs; verified
 * hours are corrected.
 */
import type { Page } from 'playwright-core';
import { callApi, openBrowser, picture } from '../support/browser';
import { sharedProduct } from '../support/product';
import { signIn } from '../support/small-city';
import { openTab, persist } from '../support/steps';

jest.setTimeout(180_000);

const product = sharedProduct();
const PASSWORD = 'Invited-2026-longkou';
/** Told from the accounts of an earlier run against the same product. */
const newName = (role: string) => `${role}-${String(Date.now()).slice(-8)}`;
const browser = openBrowser();

afterAll(() => browser.close());

async function open(account: string, path: string, options: { phone?: boolean; password?: string } = {}) {
  const { phone, password = product.demoPassword } = options;
  return browser.open(product, { account, password }, path, { phone });
}

const visitor = (): Promise<Page> => browser.visitor({ phone: true });

/** Makes a link for a row of a list. @returns its address */
async function inviteFrom(page: Page, text: string, name: string | null): Promise<string> {
  const row = page.locator('tbody tr', { hasText: text }).first();
  await row.getByText('邀请', { exact: true }).click();
  const sheet = page
    .locator('.ant-drawer-content, .ant-modal-content')
    .filter({ hasText: '生成邀请链接', visible: true });
  if (name !== null) await sheet.getByLabel('姓名').fill(name);
  const address = page.getByText(/\/join\?/).first();
  await persist(async () => {
    if (!(await address.isVisible()))
      await sheet.getByRole('button', { name: '生成邀请链接' }).click({ timeout: 5000 });
    await address.waitFor({ timeout: 8000 });
  });
  return (await address.innerText()).trim();
}

async function accept(address: string, username: string, name: string): Promise<void> {
  const phone = await visitor();
  await phone.goto(address);
  const opened = phone.getByText('账号已开通');
  await persist(async () => {
    if (!(await opened.isVisible())) {
      await phone.getByLabel('用户名').fill(username, { timeout: 5000 });
      await phone.locator('input[type=password]').fill(PASSWORD);
      await picture(phone, `${name}-phone`);
      await phone.getByRole('button', { name: '开通账号' }).click();
    }
    await opened.waitFor({ timeout: 8000 });
  });
  await browser.rest(phone);
  // the link is spent
  const again = await visitor();
  await again.goto(address);
  await persist(async () => {
    await again.getByLabel('用户名').fill(`${username}x`, { timeout: 5000 });
    await again.locator('input[type=password]').fill(PASSWORD);
    await again.getByRole('button', { name: '开通账号' }).click();
    await again.getByText('邀请链接无效、已使用或已过期').waitFor({ timeout: 8000 });
  });
  await browser.rest(again);
}

async function openUnits(): Promise<Page> {
  const desk = await open('demo-city', '/v/admin');
  await desk.getByText('双报到', { exact: true }).first().click();
  await desk.getByText('单位', { exact: true }).first().click();
  return desk;
}

it('gives a unit a liaison by a link that works once, and takes the unit away from it again', async () => {
  const desk = await openUnits();
  const row = desk.locator('tbody tr', { hasText: '邀请' }).nth(3);
  await row.waitFor();
  const unit = (await row.locator('td').nth(2).innerText()).trim();
  const address = await inviteFrom(desk, unit, '周启明');
  await picture(desk, 'invite-liaison');
  await browser.rest(desk);
  const username = newName('liaison');
  await accept(address, username, 'invited-liaison');

  const phone = await open(username, '/v/mobile', { phone: true, password: PASSWORD });
  await phone.locator('.nb-ui-layout-mobile-home-tabbar-item', { hasText: '单位报到' }).click();
  await phone.getByText(unit).first().waitFor();
  await picture(phone, 'invited-liaison-home-phone');
  await browser.rest(phone);

  const later = await openUnits();
  const served = later.locator('tbody tr', { hasText: unit }).first();
  await served.getByText('解除联络员', { exact: true }).click();
  const sheet = later.locator('.ant-modal-content').filter({ hasText: '周启明', visible: true });
  await sheet.getByText(`${unit} · 联络员 周启明`).waitFor();
  await picture(later, 'end-liaison');
  await sheet.getByRole('button', { name: '解除联络员' }).click();
  await sheet.waitFor({ state: 'hidden' });
  await served.getByText('解除联络员', { exact: true }).waitFor({ state: 'detached' });
  await browser.rest(later);
  const left = await callApi<unknown[]>(product, await signIn(product, username, PASSWORD), 'hxUnits:list');
  expect(left).toEqual([]);
});

it('gives a member on the roll an account by a link, with the registration and the receipt', async () => {
  const desk = await open('demo-community', '/v/admin');
  await desk.getByText('红心治理', { exact: true }).first().click();
  await desk.getByText('人员', { exact: true }).first().click();
  const rows = desk.locator('tbody tr', { hasText: '邀请' });
  await rows.first().waitFor();
  const names = await rows.locator('td:nth-child(3)').allInnerTexts();
  const token = await signIn(product, 'demo-community', product.demoPassword);
  const filter = JSON.stringify({ state: 'onRoll', personName: { $in: names } });
  const registrations = await callApi<{ personName: string; ownerId: number | null }[]>(
    product,
    token,
    `hxMemberRegistrations:list?filter=${encodeURIComponent(filter)}&pageSize=50`,
  );
  const personName = registrations.find(({ ownerId }) => ownerId === null)?.personName ?? '';
  expect(personName).not.toBe('');
  const address = await inviteFrom(desk, personName, null);
  await picture(desk, 'invite-person');
  await browser.rest(desk);
  const username = newName('member');
  await accept(address, username, 'invited-member');

  const phone = await open(username, '/v/mobile', { phone: true, password: PASSWORD });
  await phone.locator('.nb-ui-layout-mobile-home-tabbar-item').getByText('我的', { exact: true }).click();
  await phone.getByText(personName).first().waitFor();
  await picture(phone, 'invited-member-home-phone');
  await browser.rest(phone);
});

it('corrects verified hours in one go', async () => {
  const desk = await open('demo-community', '/v/admin');
  await desk.getByText('双报到', { exact: true }).first().click();
  await desk.getByText('服务记录', { exact: true }).first().click();
  const panel = await openTab(desk, '全部记录');
  const row = panel.locator('tbody tr', { hasText: '更正' }).first();
  await row.getByText('更正', { exact: true }).click();
  const sheet = desk.locator('.ant-drawer-content, .ant-modal-content').filter({ hasText: '更正原因', visible: true });
  await sheet.getByText('整条冲销').click();
  await sheet.getByLabel('更正原因').fill('经核对未到场');
  await picture(desk, 'correct-record');
  await sheet.getByRole('button', { name: '提交更正' }).click();
  await sheet.waitFor({ state: 'hidden' });
  await panel.locator('tbody tr', { hasText: '冲销' }).first().waitFor();
  await picture(desk, 'corrected-record');
  await browser.rest(desk);
});
