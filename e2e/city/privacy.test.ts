/** A number revealed on a desk, "who looked" and my data on a phone; a request granted; the log verified; an account approved and opened. */
import type { Page } from 'playwright-core';
import { makeCreditCode } from '@hongxin/rules/mechanism';
import { callApi, openBrowser, picture } from '../support/browser';
import { sharedProduct } from '../support/product';
import { signIn } from '../support/small-city';
import { openTab } from '../support/steps';

jest.setTimeout(240_000);

const product = sharedProduct();
const REASON = '核实走访安排';
const browser = openBrowser();

afterAll(() => browser.close());

async function open(
  account: string,
  path: string,
  phone = false,
  language: 'zh-CN' | 'en-US' = 'zh-CN',
): Promise<Page> {
  return browser.open(product, { account, password: product.demoPassword }, path, { phone, language });
}

/** The demo member's registration, which the community's official has in the list. */
async function registrationOf(account: string): Promise<{ id: string; personName: string }> {
  const token = await signIn(product, account, product.demoPassword);
  const [row] = await callApi<{ id: string; personName: string }[]>(product, token, 'hxMemberRegistrations:list');
  return row;
}

it('shows a member on a phone who has looked at their data, and why', async () => {
  const { id } = await registrationOf('demo-member2');
  const official = await signIn(product, 'demo-community', product.demoPassword);
  const { value } = await callApi<{ value: string }>(product, official, `hxMemberRegistrations:reveal/${id}`, {
    field: 'phone',
    reason: REASON,
  });
  const phone = await open('demo-member2', '/v/mobile', true);
  await phone.getByText('我的数据', { exact: true }).last().click();
  await phone.getByText(value).first().waitFor();
  await picture(phone, 'my-data-phone');
  await openTab(phone, '谁看过');
  await phone.getByText(`事由：${REASON}`).first().waitFor();
  await phone.getByText('姜丽华').filter({ visible: true }).first().waitFor();
  await picture(phone, 'who-looked-phone');
  await browser.rest(phone);
});

it('reveals a number to an official who says why', async () => {
  const desk = await open('demo-community', '/v/admin');
  await desk.getByText('双报到').first().click();
  const all = await openTab(desk, '全部');
  await all.getByRole('button', { name: '查看原文' }).first().waitFor();
  const clear = all.getByText(/(^|\D)1\d{10}(\D|$)/);
  expect(await clear.count()).toBe(0);
  await all.getByRole('button', { name: '查看原文' }).first().click();
  await desk.getByLabel('查看事由').fill('电话回访服务情况');
  await picture(desk, 'reveal-reason');
  await desk
    .getByRole('button', { name: /查\s*看/ })
    .last()
    .click();
  await desk.getByLabel('查看事由').waitFor({ state: 'hidden' });
  await clear.first().waitFor();
  await browser.rest(desk);
});

it('hands a member their data as Excel and JSON, and takes a request for correction', async () => {
  const phone = await open('demo-member2', '/v/mobile', true);
  await phone.getByText('我的数据', { exact: true }).last().click();
  for (const [button, ending] of [
    ['Excel', '.xlsx'],
    ['JSON', '.json'],
  ]) {
    const download = phone.waitForEvent('download');
    await phone.getByRole('button', { name: new RegExp(button) }).click();
    expect((await download).suggestedFilename()).toContain(ending);
  }
  await phone
    .getByRole('button', { name: /申请更正/ })
    .first()
    .click();
  const dialog = phone.getByRole('dialog').last();
  await dialog.locator('.ant-select').click();
  await phone.locator('.ant-select-item-option', { hasText: '联系电话' }).last().click();
  await dialog.getByLabel('更正为').fill('13700001111');
  await dialog.getByLabel('理由').fill('号码已更换');
  await picture(phone, 'request-correction-phone');
  await dialog.getByRole('button', { name: /提\s*交/ }).click();
  await dialog.waitFor({ state: 'hidden' });
  await openTab(phone, '我的请求');
  await phone.getByText('已提交', { exact: true }).first().waitFor();
  await picture(phone, 'my-requests-phone');
  await browser.rest(phone);

  const desk = await open('demo-community', '/v/admin');
  await desk.getByText('安全与隐私').first().click();
  await desk.getByText('个人信息请求', { exact: true }).first().click();
  const row = desk.locator('tr', { hasText: '号码已更换' }).first();
  await row.waitFor();
  await picture(desk, 'data-requests');
  await row.getByText('办理').click();
  await desk.getByRole('button', { name: '同意并办结', exact: true }).click();
  await desk.getByRole('button', { name: '确认同意并办结' }).click();
  await desk.locator('.ant-modal').waitFor({ state: 'hidden' });
  await browser.rest(desk);
  const token = await signIn(product, 'demo-member2', product.demoPassword);
  const mine = await callApi<{ requests: { state: string }[]; sections: unknown[] }>(product, token, 'hxMyData:get');
  expect(mine.requests[0].state).toBe('granted');
  expect(JSON.stringify(mine.sections)).toContain('13700001111');
});

it.each(['/v/admin', '/admin'])('lets the city read and verify the log in %s', async (path) => {
  const desk = await open('demo-city', path);
  await desk.getByText('安全与隐私').first().click();
  await desk.getByText('审计日志', { exact: true }).first().click();
  await desk.getByText(/共\d+条/).waitFor();
  await desk.getByRole('button', { name: '核验完整性' }).click();
  await desk.getByText(/核验通过/).waitFor({ timeout: 60_000 });
  await picture(desk, `trace-${path === '/admin' ? 'legacy' : 'modern'}`);
  await browser.rest(desk);
});

it('speaks English to those who read English', async () => {
  const phone = await open('demo-member2', '/v/mobile', true, 'en-US');
  await phone.getByText('My data', { exact: true }).last().click();
  await openTab(phone, 'Who looked');
  await phone.getByText(`Why: ${REASON}`).first().waitFor();
  await picture(phone, 'who-looked-english-phone');
  await browser.rest(phone);
});

it('gives a unit’s liaison an account after the community has approved, and nothing before', async () => {
  const phone = await browser.visitor({ phone: true });
  await phone.goto(`${product.url}/v/join`);
  await phone.getByLabel('单位或组织名称').fill('龙口市气象局');
  await phone.getByLabel('统一社会信用代码').fill(makeCreditCode(77_001, '12'));
  await phone.getByLabel('所在街道或社区').click();
  await phone.getByLabel('所在街道或社区').fill('锦里');
  await phone.locator('.ant-select-item-option', { hasText: '锦里社区' }).first().click();
  await phone.getByLabel('申请人姓名').fill('李文静');
  await phone.getByLabel('联系电话').fill('13600002222');
  await picture(phone, 'join-apply-phone');
  await phone.getByRole('button', { name: '提交申请' }).click();
  await phone.getByText('申请已提交').waitFor();
  const code = (await phone.locator('h3', { hasText: /[A-Z0-9]{4}-/ }).innerText()).trim();
  await picture(phone, 'join-code-phone');

  const desk = await open('demo-community', '/v/admin');
  await desk.getByText('账号申请', { exact: true }).first().click();
  const row = desk.locator('tr', { hasText: '龙口市气象局' }).first();
  await row.waitFor();
  expect(await row.innerText()).toContain('136****2222');
  await picture(desk, 'account-requests');
  await row.getByText('办理').click();
  await desk.getByRole('button', { name: '通过申请', exact: true }).click();
  await desk.getByRole('button', { name: '确认通过申请' }).click();
  await desk.locator('.ant-modal').waitFor({ state: 'hidden' });
  await desk.getByText('注册邀请', { exact: true }).first().click();
  await desk.getByRole('button', { name: '生成邀请链接' }).waitFor();
  await picture(desk, 'invitations');
  await browser.rest(desk);

  await openTab(phone, '凭查询码开通');
  await phone.locator('#join-code').fill(code);
  await phone.getByRole('button', { name: '查询进度' }).click();
  await phone.getByText(/已通过/).waitFor();
  await phone.getByLabel('用户名').fill('meteo-liaison');
  await phone.locator('input[type=password]').fill('Meteo-2026-longkou');
  await picture(phone, 'join-open-phone');
  await phone.getByRole('button', { name: '开通账号' }).click();
  await phone.getByText('账号已开通').waitFor();
  expect(await signIn(product, 'meteo-liaison', 'Meteo-2026-longkou')).toBeTruthy();
  await browser.rest(phone);
});

it('shows administrators limits and retention, and the public the way to an account', async () => {
  const desk = await browser.signedIn(product, {
    account: product.administrator,
    password: product.administratorPassword,
  });
  await desk.goto(`${product.url}/v/admin/settings/hongxin/privacy`);
  await desk.getByText('保存期限与匿名化').waitFor();
  await desk.getByText('36个月').first().waitFor();
  await picture(desk, 'settings-privacy');
  await browser.rest(desk);
  const page = await browser.visitor();
  await page.goto(`${product.url}/v/signin`);
  await page.getByText('单位、社会组织申请账号').click();
  await page.getByText('红心善治账号').waitFor();
  await picture(page, 'join-desktop');
  await browser.rest(page);
});
