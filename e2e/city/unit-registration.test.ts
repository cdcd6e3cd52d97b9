/**
 * A liaison registers the unit on a phone and 200 members from Excel; the community receives; anybody checks the
 * receipt. How a year closes is in year.test.ts.
 */
import { utils, write } from '@e965/xlsx';
import type { Page } from 'playwright-core';
import { callApi, DESKTOP, openBrowser, picture } from '../support/browser';
import { sharedProduct } from '../support/product';
import { signIn } from '../support/small-city';
import { choose } from '../support/steps';

jest.setTimeout(300_000);

const product = sharedProduct();
const UNIT = '市图书馆';
/** Told from what the demo city holds already. */
const POSITION = '志愿馆员';
const HEADERS = [
  '姓名',
  '联系电话',
  '职务',
  '居住小区',
  '居住楼栋',
  '门牌号',
  '特长',
  '服务意向',
  '可服务时间',
  '本人已签告知书',
];
const SURNAMES = Array.from('王李张刘陈杨赵黄周吴');
const GIVEN = Array.from('明华强芳敏静丽军洋勇艳杰娟涛超霞平刚玲健');
const browser = openBrowser();

afterAll(() => browser.close());

async function open(account: string, path: string, phone: boolean): Promise<Page> {
  return browser.open(product, { account, password: product.demoPassword }, path, { phone });
}

const listPath = (collection: string, filter: object): string =>
  `${collection}:list?pageSize=500&filter=${encodeURIComponent(JSON.stringify(filter))}`;

/** 200 members who live in a building of the demo city; `bad` rows each have something wrong. */
function roll(bad: boolean): Buffer {
  const rows = Array.from({ length: 200 }, (_each, index) => [
    `${SURNAMES[index % 10]}${GIVEN[Math.floor(index / 10)]}${GIVEN[(index * 7) % 20]}`,
    `136${String(20_000_000 + index)}`,
    POSITION,
    '锦里7号小区',
    '3号楼',
    '301室',
    null,
    '安全巡逻',
    null,
    '是',
  ]);
  if (bad) {
    rows[10][1] = '12345';
    rows[30][0] = '';
    rows[50][3] = '没有的小区';
    rows[70][4] = '99号楼';
    rows[90][7] = '星际航行';
    rows[110][9] = '否';
    [rows[130][0], rows[130][1]] = [rows[0][0], rows[0][1]];
  }
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([HEADERS, ...rows]), '在职党员');
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

async function upload(page: Page, content: Buffer): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({
    name: '在职党员.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: content,
  });
}

it('registers the unit on a phone, is received, and anybody can check the receipt', async () => {
  const phone = await open('demo-unit', '/v/mobile', true);
  await phone.getByText('单位报到', { exact: true }).last().click();
  await phone.getByText('新报到', { exact: true }).last().click();
  await choose(phone, 'unit', UNIT);
  await choose(phone, 'targetArea', '锦里社区');
  await phone.locator('#serviceTeam').fill('书香服务队');
  await picture(phone, 'unit-registration-phone');
  await phone.getByRole('button', { name: '提交报到' }).click();
  await phone
    .getByText(/提交成功/)
    .first()
    .waitFor();

  const desk = await open('demo-community', '/v/admin', false);
  await desk.getByText('双报到').first().click();
  await desk
    .locator('.ant-menu-item', { hasText: /^单位报到$/ })
    .first()
    .click();
  const row = desk.locator('tr', { hasText: UNIT }).first();
  await row.waitFor();
  await picture(desk, 'units-to-accept');
  await row.getByText('办理').click();
  await desk.getByRole('button', { name: '接收报到', exact: true }).click();
  await desk.getByRole('button', { name: '确认接收报到' }).click();
  await desk.locator('.ant-modal').waitFor({ state: 'hidden' });
  await browser.rest(desk);

  await phone.reload();
  await phone.getByText('单位报到', { exact: true }).last().click();
  await phone.getByText('社区已接收').first().waitFor();
  await phone.getByText('查看').first().click();
  const sheet = phone.locator('.hx-receipt').first();
  await sheet.waitFor();
  await sheet.scrollIntoViewIfNeeded();
  await picture(phone, 'unit-receipt-phone');
  await browser.rest(phone);

  const token = await signIn(product, 'demo-unit', product.demoPassword);
  const [registration] = await callApi<{ receiptToken: string; receiptNumber: string }[]>(
    product,
    token,
    listPath('hxUnitRegistrations', { state: 'accepted' }),
  );
  const visitor = await browser.visitor({ phone: true });
  await visitor.goto(`${product.url}/api/hxReceipts:verify/${registration.receiptToken}`);
  expect(await visitor.getByRole('status').innerText()).toContain('回执有效');
  const text = await visitor.locator('body').innerText();
  for (const hidden of [UNIT, registration.receiptNumber, '锦里']) expect(text).not.toContain(hidden);
  await picture(visitor, 'receipt-verified-phone');
  await visitor.goto(`${product.url}/api/hxReceipts:verify/${registration.receiptNumber}`);
  expect(await visitor.getByRole('status').innerText()).toContain('未查到');
  await browser.rest(visitor);
});

it('registers 200 members from Excel after seven bad rows are put right', async () => {
  const desk = await open('demo-unit', '/v/admin', false);
  await desk.getByText('双报到').first().click();
  await desk.getByText('本单位报到').first().click();
  await desk.getByText('批量报到', { exact: true }).first().click();
  await desk.getByRole('button', { name: /下载模板/ }).waitFor();
  await upload(desk, roll(true));
  await desk.getByText('共200行，7行有问题', { exact: false }).waitFor();
  expect(await desk.locator('tbody tr.ant-table-row').count()).toBe(7);
  await picture(desk, 'bulk-problems');
  expect(await desk.getByRole('button', { name: /名党员报到/ }).count()).toBe(0);
  await upload(desk, roll(false));
  await desk.getByRole('button', { name: '为200名党员报到' }).click();
  await desk.getByText('已为200名党员提交报到').waitFor({ timeout: 60_000 });
  await picture(desk, 'bulk-registered');
  await browser.rest(desk);
  const waiting = await callApi<unknown[]>(
    product,
    await signIn(product, 'demo-unit', product.demoPassword),
    listPath('hxMemberRegistrations', { state: 'unitConfirmed', position: POSITION }),
  );
  expect(waiting.length).toBe(200);
});

it('shows the city what each community carries', async () => {
  const desk = await open('demo-city', '/v/admin', false);
  await desk.getByText('双报到').first().click();
  await desk.getByText('统筹均衡').first().click();
  await desk
    .getByText(/个社区/)
    .filter({ visible: true })
    .first()
    .waitFor();
  expect(desk.viewportSize()).toEqual(DESKTOP);
  await picture(desk, 'balance');
  await browser.rest(desk);
});
