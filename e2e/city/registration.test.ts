/** A member registers on a phone, the community accepts on a computer, the member sees the receipt and prints one sheet. */
import type { Page } from 'playwright-core';
import { openBrowser, picture, printedSheets } from '../support/browser';
import { sharedProduct } from '../support/product';
import { choose, openMyRegistrations } from '../support/steps';

jest.setTimeout(180_000);

const product = sharedProduct();
const MEMBER = '孙志远';
const HOME = '锦里7号小区3号楼';
const browser = openBrowser();

afterAll(() => browser.close());

async function open(account: string, path: string, phone: boolean): Promise<Page> {
  return browser.open(product, { account, password: product.demoPassword }, path, { phone });
}

it('refuses an incomplete registration with every reason, and keeps what was typed', async () => {
  const page = await open('demo-member', '/v/mobile', true);
  await openMyRegistrations(page, '报到登记');
  await page.locator('#personName').fill(MEMBER);
  await page.getByRole('button', { name: '提交报到' }).click();
  const dialog = page.getByRole('dialog').filter({ hasText: '还不能提交' });
  await dialog.waitFor();
  for (const field of ['联系电话', '工作单位', '居住楼栋', '个人信息授权'])
    expect(await dialog.innerText()).toContain(`“${field}”`);
  await picture(page, 'member-registration-refused');
  expect(await page.locator('#personName').inputValue()).toBe(MEMBER);
  await browser.rest(page);
});

it('goes from a phone to the community and back with a receipt', async () => {
  const phone = await open('demo-member', '/v/mobile', true);
  await openMyRegistrations(phone, '报到登记');
  await phone.locator('#personName').fill(MEMBER);
  await phone.locator('#phone').fill('13800001234');
  await choose(phone, 'unit', '支行');
  await phone.locator('#position').fill('科员');
  await choose(phone, 'homeArea', HOME);
  await phone.locator('#doorNumber').fill('2单元301');
  await phone.locator('input[name=consentVersion]').check();
  await picture(phone, 'member-registration-phone');
  await phone.getByRole('button', { name: '提交报到' }).click();
  await phone
    .getByText(/提交成功/)
    .first()
    .waitFor();
  await openMyRegistrations(phone, '我的报到');
  await phone.getByText('已提交').first().waitFor();
  await picture(phone, 'member-submitted-phone');

  const desk = await open('demo-community', '/v/admin', false);
  await desk.getByText('双报到').first().click();
  const row = desk.locator('tr', { hasText: MEMBER }).last();
  await row.waitFor();
  expect(await row.innerText()).toContain('138****1234');
  await picture(desk, 'community-list');
  await row.getByText('办理').click();
  const task = desk.getByRole('dialog').filter({ hasText: '我的意见' });
  await task.getByText('已核实，同意接收').click();
  await picture(desk, 'community-accept');
  await task
    .getByRole('button', { name: /^同\s?意$/ })
    .last()
    .click();
  await row.waitFor({ state: 'detached' });
  await browser.rest(desk);

  await phone.reload();
  await openMyRegistrations(phone, '我的报到');
  await phone.getByText('社区已接收').first().waitFor();
  await phone.getByText(/回执/).first().waitFor();
  await picture(phone, 'member-receipt-phone');

  // what goes to the printer stays where the print dialog would find it
  await phone.evaluate(() => {
    window.print = () => undefined;
  });
  await phone.getByRole('button', { name: '打印回执' }).click();
  await phone.locator('body > .hx-print').waitFor({ state: 'attached' });
  expect(await printedSheets(phone)).toBe(1);
  await browser.rest(phone);
});
