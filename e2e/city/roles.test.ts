/** What each role finds when it signs in to the demo city, in both client runtimes. */
import type { Page } from 'playwright-core';
import { openBrowser, picture } from '../support/browser';
import { sharedProduct } from '../support/product';
import { openMyRegistrations } from '../support/steps';

jest.setTimeout(120_000);

const product = sharedProduct();
const browser = openBrowser();

afterAll(() => browser.close());

async function open(account: string, path: string, options: { phone?: boolean } = {}): Promise<Page> {
  return browser.open(product, { account, password: product.demoPassword }, path, options);
}

/** The colour behind a place of the page. */
const colourAt = (page: Page, x: number, y: number): Promise<string> =>
  page.evaluate(
    ([left, top]) => {
      let element = document.elementFromPoint(left, top);
      while (element && getComputedStyle(element).backgroundColor === 'rgba(0, 0, 0, 0)')
        element = element.parentElement;
      return element ? getComputedStyle(element).backgroundColor : '';
    },
    [x, y] as const,
  );

/** The figure under a title of 治理总览. */
const figure = (page: Page, title: string) => page.locator('.ant-card', { hasText: title }).last();

it('says on the sign-in page what this is', async () => {
  const page = await browser.visitor();
  await page.goto(product.url);
  await page.getByText('红心善治').first().waitFor();
  await page.getByText('党建引领').first().waitFor();
  await page.getByRole('button', { name: /登\s*录/ }).waitFor();
  await picture(page, 'sign-in');
  await browser.rest(page);
});

it('shows the city its figures against the programme’s, and its gaps', async () => {
  const page = await open('demo-city', '/v/admin');
  await figure(page, '社区').first().waitFor();
  await page.getByText('楼栋无党小组').waitFor();
  const text = await page.locator('body').innerText();
  expect(text.replace(/\s+/g, ' ')).toMatch(/社区 39 \/ 39 个/);
  expect(text.replace(/\s+/g, ' ')).toMatch(/楼栋功能型党小组 245 \/ 245 个/);
  expect(await colourAt(page, 900, 20)).toBe('rgb(143, 15, 34)'); // the house's red, not the host's header
  await picture(page, 'overview');
  await browser.rest(page);
});

it.each(['/v/admin', '/admin'])('keeps a community to its own area in %s', async (path) => {
  const page = await open('demo-community', path);
  await page.getByText('楼栋无党小组').waitFor();
  const text = (await page.locator('body').innerText()).replace(/\s+/g, ' ');
  expect(text).toMatch(/社区 1 个/);
  expect(text).not.toContain('字典');
  await browser.rest(page);
});

it.each(['/v/admin', '/admin'])('leads from a figure to just what it counted, in %s', async (path) => {
  const page = await open('demo-city', path);
  await page.getByText('楼栋无党小组').waitFor();
  const chooser = page.getByRole('combobox', { name: '区域' }).filter({ visible: true });
  await chooser.click();
  await chooser.fill('锦里');
  await page.locator('.ant-select-item-option', { hasText: '锦里社区' }).first().click();
  const met = page.getByRole('link').filter({ hasText: '办结需求' });
  await met.filter({ hasNotText: '/ 390' }).waitFor(); // the city's own figure is gone
  const [, count] = /办结需求\s*(\d+)/.exec(await met.innerText()) ?? [];
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/hxNeeds:list')) asked.push(request.url());
  });
  await met.click();
  await page.getByText('仅看：办结需求').waitFor();
  const total = page.locator('.ant-pagination-total-text').filter({ visible: true });
  await total.filter({ hasText: new RegExp(`\\D${count}\\D`) }).waitFor();
  await picture(page, 'figure-opened');
  expect(asked).toHaveLength(1); // known beforehand: the list is read once
  await page.locator('.ant-tag', { hasText: '仅看：办结需求' }).locator('.ant-tag-close-icon').click();
  await page.getByText('仅看：办结需求').waitFor({ state: 'detached' });
  await total.filter({ hasNotText: new RegExp(`\\D${count}\\D`) }).waitFor();
  await browser.rest(page);
});

it('opens the five-level tree level by level, and is refused nothing on the way', async () => {
  const page = await open('demo-city', '/v/admin');
  const refused: string[] = [];
  page.on('response', (response) => {
    if (response.status() === 403 || response.status() >= 500) refused.push(`${response.status()} ${response.url()}`);
  });
  await page.getByText('组织架构').first().click();
  await page.getByText('东莱街道').first().waitFor();
  await page.locator('.ant-tree-switcher_close').first().click();
  await page
    .getByText(/社区党委|社区党总支/)
    .first()
    .waitFor();
  expect(refused).toEqual([]);
  await picture(page, 'organization-tree');
  await browser.rest(page);
});

it('gives a member on a phone the registration, and nothing of the cadres’ pages', async () => {
  const page = await open('demo-member', '/v/mobile', { phone: true });
  const form = await openMyRegistrations(page, '报到登记');
  await form.getByText('居住楼栋').first().waitFor();
  await form.getByText('个人信息授权').first().waitFor();
  const text = await page.locator('body').innerText();
  expect(text).not.toContain('治理总览');
  await picture(page, 'member-form-phone');
  await browser.rest(page);
});
