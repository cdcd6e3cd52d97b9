/**
 * A year is closed: the administrator sets the days to object, the community makes and comments the feedbacks, a member
 * objects on the phone, the liaison signs on the phone, the community signs for who has no liaison, issues and prints.
 */
import type { Locator, Page } from 'playwright-core';
import { openBrowser, picture, printedSheets } from '../support/browser';
import { sharedProduct } from '../support/product';
import { handle, openTab } from '../support/steps';

jest.setTimeout(240_000);

const product = sharedProduct();
const YEAR = new Date().getFullYear() - 1;
const COMMENT = '按时参加社区服务，群众评价好';
const OBJECTION = '三月的清扫没有计入';
/** The member's name, told by the row that the objection leads to. */
let member: string;
const browser = openBrowser();

afterAll(() => browser.close());

async function open(account: string, path: string, options: { phone?: boolean; language?: 'en-US' } = {}) {
  const password = account === product.administrator ? product.administratorPassword : product.demoPassword;
  const page = await browser.open(product, { account, password }, path, options);
  // a printer cannot be looked at: the sheets stay where the print dialog would find them
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  return page;
}

async function openFeedbacks(): Promise<Page> {
  const page = await open('demo-community', '/v/admin');
  await page.getByText('双报到', { exact: true }).first().click();
  await page.getByText('年度反馈', { exact: true }).first().click();
  await page.getByRole('button', { name: '生成年度反馈' }).first().waitFor();
  return page;
}

const shown = (scope: Page | Locator, name: RegExp) => scope.getByRole('button', { name }).filter({ visible: true });
const numberIn = async (button: Locator) => Number(/（(\d+)）/.exec(await button.innerText())?.[1]);

/** Takes a step of all that are ready, and says what it asks for. @returns how many */
async function takeAll(page: Page, name: RegExp, fill?: (dialog: Locator) => Promise<void>): Promise<number> {
  const button = shown(page, name).first();
  await button.waitFor();
  const count = await numberIn(button);
  await button.click();
  const dialog = page.locator('.ant-modal-content').filter({ visible: true });
  await fill?.(dialog);
  await dialog.getByRole('button', { name: /确\s?定/ }).click();
  await page.getByText(`已办理${count}份`).filter({ visible: true }).waitFor();
  return count;
}

const setting = (page: Page) => page.locator('.ant-card').filter({ has: page.getByText('年度反馈', { exact: true }) });

it('lets the administrator set the days to object', async () => {
  const page = await open(product.administrator, '/v/admin/settings/hongxin/rules');
  await setting(page).getByLabel('异议期').fill('0');
  await picture(page, 'rules-settings');
  await setting(page)
    .getByRole('button', { name: /保\s?存/ })
    .click();
  await setting(page).getByText('本市设置').waitFor();
  await browser.rest(page);
});

it('lets the community make the year’s feedbacks and comment on all at once', async () => {
  const page = await openFeedbacks();
  await shown(page, /生成年度反馈/)
    .first()
    .click();
  await page
    .getByText(/新生成\d+份/)
    .filter({ visible: true })
    .waitFor();
  const count = await takeAll(page, /统一评议/, async (dialog) => {
    await dialog.getByLabel('社区评议得分').fill('18');
    await dialog.getByLabel('社区评语').fill(COMMENT);
    await picture(page, 'year-comment-all');
  });
  expect(count).toBeGreaterThan(50);
  await picture(page, 'year-commented');
  await browser.rest(page);
});

it('lets a member object on the phone', async () => {
  const phone = await open('demo-member2', '/v/mobile', { phone: true });
  await phone.locator('.nb-ui-layout-mobile-home-tabbar-item').getByText('我的', { exact: true }).click();
  await phone.getByText(COMMENT).first().click();
  await phone.getByText(`${YEAR}年计分说明`).waitFor();
  await picture(phone, 'year-explained-phone');
  await phone.getByRole('button', { name: '对结果有异议' }).click();
  await phone.getByLabel('异议理由').fill(OBJECTION);
  await phone.getByRole('button', { name: '提交异议' }).click();
  await phone.getByText('已提出异议，社区正在核对').waitFor();
  await picture(phone, 'year-objected-phone');
  await browser.rest(phone);
});

it('lets the community answer the objection', async () => {
  const page = await openFeedbacks();
  const panel = await openTab(page, '待评议');
  const row = panel.locator('tbody tr', { hasText: '有异议' }).first();
  await row.waitFor();
  member = await row.locator('td').nth(2).innerText();
  await row.getByText('查看').click();
  await page.locator('.ant-drawer-content').getByText(OBJECTION).first().waitFor();
  await picture(page, 'year-objection');
  await page.keyboard.press('Escape');
  await handle(row, '社区评议', async (dialog) => {
    await dialog.getByLabel('社区评议分').fill('19');
    await dialog.getByLabel('社区评语').fill('已核对，三月的清扫属于上一年度');
  });
  await row.waitFor({ state: 'detached' });
  await browser.rest(page);
});

it('lets the liaison sign for all members of the unit on the phone', async () => {
  const phone = await open('demo-unit', '/v/mobile', { phone: true });
  await phone.locator('.nb-ui-layout-mobile-home-tabbar-item', { hasText: '年度反馈' }).click();
  await shown(phone, /全部签收/)
    .first()
    .waitFor();
  await phone.getByText(member).first().waitFor();
  await picture(phone, 'year-sign-phone');
  expect(await takeAll(phone, /全部签收/)).toBeGreaterThan(0);
  await browser.rest(phone);
});

it('lets the community sign for who has no liaison, issue all and print them', async () => {
  const page = await openFeedbacks();
  const signed = await takeAll(page, /代无联络员单位签收/, async (dialog) => {
    await dialog.getByLabel('怎样征求了单位意见').fill('电话征求，均无异议');
  });
  const issued = await takeAll(page, /全部反馈/);
  expect(issued).toBeGreaterThan(signed);
  await picture(page, 'year-issued');
  await shown(page, /打印反馈单/)
    .first()
    .click();
  const sheets = page.locator('body > .hx-print > article');
  await sheets.first().waitFor({ state: 'attached' });
  expect(await sheets.count()).toBe(issued);
  await page.emulateMedia({ media: 'print' });
  await picture(page, 'year-sheet-printed');
  expect(await printedSheets(page)).toBe(issued);
  await page.close();
});

it('gives the member the sheet, in English too', async () => {
  const phone = await open('demo-member2', '/v/mobile', { phone: true, language: 'en-US' });
  await phone.locator('.nb-ui-layout-mobile-home-tabbar-item').getByText('Me', { exact: true }).click();
  await phone.getByText('已核对，三月的清扫属于上一年度').first().click();
  await phone.getByRole('button', { name: /^(printer )?Print$/ }).click();
  const sheet = phone.locator('body > .hx-print > article');
  await sheet.waitFor({ state: 'attached' });
  expect(await sheet.textContent()).toContain(`Feedback of ${YEAR} on an in-service member`);
  await phone.emulateMedia({ media: 'print' });
  await picture(phone, 'year-sheet-english');
  expect(await printedSheets(phone)).toBe(1);
  await phone.close();
});

it('lets the administrator go back to the default', async () => {
  const page = await open(product.administrator, '/v/admin/settings/hongxin/rules');
  await setting(page).getByRole('button', { name: '恢复预置值' }).click();
  await setting(page).getByText('预置值', { exact: true }).waitFor();
  expect(await setting(page).getByLabel('异议期').inputValue()).toBe('5');
  await browser.rest(page);
});
