/**
 * The packages of `npm run pack`, uploaded and enabled in a stock NocoBase: the pages appear, a registration runs. One
 * plugin more is among them, as `npm run new-plugin` makes it in a copy of the checkout.
 */
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { callApi, openBrowser, picture, type TestBrowser } from '../support/browser';
import { startStock, temporaryStorage, type OwnProduct } from '../support/product';
import { copyOfCheckout, runIn } from '../support/checkout-copy';
import { makeSmallCity, PASSWORD, signIn } from '../support/small-city';
import { openTab } from '../support/steps';

jest.setTimeout(600_000);

const ENABLE_LIMIT_MS = 300_000;
let browser: TestBrowser;
let product: OwnProduct;
/** The checkout that the packages are made of. */
let checkout: string;

beforeAll(async () => {
  checkout = copyOfCheckout();
  const titles = ['--title', '公益创投', '--title-en', 'Public ventures', '--record-title', '批次'];
  runIn(checkout, 'scripts/new-plugin.mjs', 'trial-venture', 'call', ...titles, '--record-title-en', 'Call');
  runIn(checkout, 'scripts/pack.mjs');
  product = await startStock(temporaryStorage());
  browser = openBrowser();
});
afterAll(async () => {
  await browser.close();
  await product.stop();
  fs.rmSync(product.storage, { recursive: true, force: true });
  fs.rmSync(checkout, { recursive: true, force: true });
});

/** The order in which a production enables them, as npm run pack has written it. */
function packedPlugins(): { name: string; file: string }[] {
  const folder = path.join(checkout, 'storage/tar');
  const list = fs.readFileSync(path.join(folder, 'plugins.env'), 'utf8');
  const names = /APPEND_PRESET_BUILT_IN_PLUGINS=(.+)/.exec(list)?.[1].split(',') ?? [];
  return names.map((name) => {
    const start = `${name.replace('@', '').replace('/', '-')}-`;
    const file = fs.readdirSync(folder).find((each) => each.startsWith(start));
    if (!file) throw new Error(`npm run pack wrote no package of ${name}`);
    return { name, file: path.join(folder, file) };
  });
}

async function upload(token: string, file: string): Promise<void> {
  const form = new FormData();
  form.append('file', new Blob([fs.readFileSync(file)]), path.basename(file));
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${product.url}/api/pm:add`, { method: 'POST', body: form, headers });
  if (!answer.ok) throw new Error(`${path.basename(file)} was refused with ${answer.status}: ${await answer.text()}`);
}

/** NocoBase works on after it has answered, refusing every request meanwhile; it is done when `done` says so. */
async function until(what: string, done: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + ENABLE_LIMIT_MS;
  while (Date.now() < deadline) {
    if (await done()) return;
    await delay(1000);
  }
  throw new Error(`${what} took longer than ${ENABLE_LIMIT_MS / 1000} s`);
}

/** The packages that the plugin manager lists; none while it works on one. */
async function added(token: string): Promise<string[]> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${product.url}/api/pm:list`, { headers });
  if (answer.status === 503) return [];
  if (!answer.ok) throw new Error(`the list of plugins was refused with ${answer.status}: ${await answer.text()}`);
  const { data } = (await answer.json()) as { data: { packageName: string }[] };
  return data.map(({ packageName }) => packageName);
}

it('uploads and enables every package through the plugin manager', async () => {
  const token = await signIn(product, product.administrator, product.administratorPassword);
  const plugins = packedPlugins();
  for (const { name, file } of plugins) {
    await upload(token, file);
    await until(`adding ${name}`, async () => (await added(token)).includes(name));
  }
  await callApi(
    product,
    token,
    `pm:enable?filterByTk=${encodeURIComponent(plugins.map(({ name }) => name).join())}`,
    {},
  );
  const headers = { authorization: `Bearer ${token}` };
  await until('enabling the plugins', async () => {
    const answer = await fetch(`${product.url}/api/hxMemberRegistrations:list`, { headers }).catch(() => null);
    return answer?.ok ?? false;
  });
  const rows = await callApi<{ packageName: string; enabled: boolean; installed: boolean }[]>(
    product,
    token,
    'applicationPlugins:list?pageSize=500',
  );
  for (const { name } of plugins)
    expect(rows.find((row) => row.packageName === name)).toMatchObject({ enabled: true, installed: true });
});

it('runs a registration from the member to the receipt', async () => {
  await makeSmallCity(product);
  const [administrator, member, official] = await Promise.all([
    signIn(product, product.administrator, product.administratorPassword),
    signIn(product, 'small-member', PASSWORD),
    signIn(product, 'small-official', PASSWORD),
  ]);
  const first = async (collection: string, filter: object): Promise<{ id: number }> =>
    (
      await callApi<{ id: number }[]>(
        product,
        administrator,
        `${collection}:list?filter=${encodeURIComponent(JSON.stringify(filter))}`,
      )
    )[0];
  const unit = await first('hxUnits', {});
  const homeArea = await first('hxAreas', { level: 'building' });
  const { id } = await callApi<{ id: number }>(product, member, 'hxMemberRegistrations:create', {
    personName: '赵明远',
    phone: '13800001234',
    unit: { id: unit.id },
    homeArea: { id: homeArea.id },
    consentVersion: '2026-1',
  });
  const transition = (token: string, name: string): Promise<{ state: string; receiptNumber: string | null }> =>
    callApi(product, token, `hxMemberRegistrations:transition/${id}`, { transition: name });
  expect(await transition(member, 'submit')).toMatchObject({ state: 'submitted' });
  const accepted = await transition(official, 'accept');
  expect(accepted.state).toBe('accepted');
  expect(accepted.receiptNumber).toMatch(/^HZ-\d{4}-370681001001-0001$/);
});

it.each(['/v/admin', '/admin'])('shows the community its pages in %s', async (address) => {
  const page = await browser.signedIn(product, { account: 'small-official', password: PASSWORD });
  await page.goto(`${product.url}${address}`);
  await page.getByText('双报到').first().click();
  const all = await openTab(page, '全部');
  await all.locator('tr', { hasText: '赵明远' }).last().waitFor();
  expect(new URL(page.url()).pathname.startsWith(address)).toBe(true);
  await picture(page, `stock-${address.replaceAll('/', '')}`);
  await page.close();
});

describe('a plugin as npm run new-plugin makes it', () => {
  it('compiles, and says its texts, its process and its arrows as every plugin does', () => {
    const tsconfig = JSON.parse(fs.readFileSync(path.join(checkout, 'tsconfig.json'), 'utf8')) as object;
    const only = { ...tsconfig, include: ['packages/plugins/@hongxin/plugin-trial-venture/src', 'types'] };
    fs.writeFileSync(path.join(checkout, 'tsconfig.json'), JSON.stringify(only));
    runIn(checkout, 'node_modules/typescript/bin/tsc', '-p', '.', '--noEmit');
    const suites = 'test/workspace/(arrows|docker-compose|locale|process-diagrams)';
    runIn(checkout, 'scripts/build.mjs');
    runIn(checkout, 'node_modules/jest/bin/jest.js', '--selectProjects', 'rules', '--', suites);
  });

  it('takes its records from a draft to the approved, each with its number, for those in charge alone', async () => {
    const [official, member] = await Promise.all(
      ['small-official', 'small-member'].map((account) => signIn(product, account, PASSWORD)),
    );
    const areas = await callApi<{ id: number }[]>(
      product,
      official,
      `hxAreas:list?filter=${encodeURIComponent(JSON.stringify({ level: 'building' }))}`,
    );
    const values = { title: '第一批', area: { id: areas[0].id } };
    const call = await callApi<{ id: number; number: string }>(product, official, 'hxCalls:create', values);
    expect(call.number).toMatch(/^CA-\d{4}-370681-00001$/);
    for (const [transition, state] of [
      ['submit', 'submitted'],
      ['approve', 'approved'],
    ])
      expect(await callApi(product, official, `hxCalls:transition/${call.id}`, { transition })).toMatchObject({
        state,
      });
    await expect(callApi(product, official, `hxCalls:update/${call.id}`, { title: '改' })).rejects.toThrow(/已经提交/);
    await expect(callApi(product, member, 'hxCalls:list')).rejects.toThrow(/403/);
  });

  it('has its page', async () => {
    const page = await browser.signedIn(product, { account: 'small-official', password: PASSWORD });
    await page.goto(`${product.url}/v/admin`);
    await page.getByText('公益创投').first().click();
    await page.locator('tr', { hasText: '第一批' }).last().waitFor();
    await picture(page, 'stock-new-plugin');
    await page.close();
  });
});
