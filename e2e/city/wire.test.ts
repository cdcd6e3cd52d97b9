/** What a page costs on the wire, the first time and again. Times depend on the machine; these numbers do not. */
import type { Page } from 'playwright-core';
import { openBrowser } from '../support/browser';
import { sharedProduct } from '../support/product';
import { countWire, type Wire } from '../support/wire';

jest.setTimeout(240_000);

const product = sharedProduct();
const browser = openBrowser({ isNew: true });

afterAll(() => browser.close());

interface Limits {
  requests: number;
  bytes: number;
}
const COLD: Limits = { requests: 50, bytes: 3_100_000 };
const WARM: Limits = { requests: 50, bytes: 60_000 };

async function load(open: () => Promise<Page>, address: string, text: string): Promise<Wire> {
  const page = await open();
  const counted = await countWire(page);
  await page.goto(`${product.url}${address}`);
  await page.getByText(text).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.close();
  return counted();
}

const within = ({ requests, bytes }: Wire, limits: Limits) =>
  expect({ requests, bytes, isWithin: requests <= limits.requests && bytes <= limits.bytes }).toMatchObject({
    isWithin: true,
  });

it.each([
  ['a desk', '/v/admin', false, '双报到'],
  ['a phone', '/v/mobile', true, '我的报到'],
])(
  '%s loads its first page in few requests, and next to nothing when it comes again',
  async (_name, address, phone, text) => {
    const account = { account: phone ? 'demo-member' : 'demo-community', password: product.demoPassword };
    const open = () => browser.signedIn(product, account, { phone });
    const [cold, warm] = [await load(open, address, text), await load(open, address, text)];
    process.stderr.write(`${address}: ${JSON.stringify({ cold, warm })}\n`);
    within(cold, COLD);
    within(warm, WARM);
  },
);
