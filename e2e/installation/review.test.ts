/**
 * An administrator adds a second review to the seeded workflow without code; a member registers on a phone, the
 * community and the street decide, time runs out and the review is passed upward; what ran before ends by its old rules.
 * The same review also works on a table that an administrator made, without any process of the pack.
 */
import type { Page } from 'playwright-core';
import { callApi, openBrowser, picture, type TestBrowser } from '../support/browser';
import { inDatabase } from '../support/database';
import type { Product } from '../support/product';
import { makeAccount, NAMES, PASSWORD, sharedSmallCity, signIn } from '../support/small-city';
import {
  WORKFLOWS,
  addReview,
  addRule,
  agree,
  choose,
  copyRegistrationWorkflow,
  openMyRegistrations,
  openTask,
  pick,
  saveOf,
  showFields,
  titleAndEnable,
} from '../support/steps';

jest.setTimeout(420_000);

/** The sweep that heeds deadlines runs once a minute. */
const SWEEP_MS = 150_000;
/** Registered before the administrator changes the workflow. */
const EARLIER = '吴静';
const FIRST = '孙志远';
const LATE = '周晓明';
/** What the street sees of a registration. */
const FIELDS = ['姓名', '联系电话', '工作单位', '职务', '社区意见', '居住楼栋'];
let browser: TestBrowser;
let product: Product;
let administrator: string;

beforeAll(async () => {
  product = await sharedSmallCity();
  browser = openBrowser();
  administrator = await signIn(product, product.administrator, product.administratorPassword);
  for (const username of ['review-member', 'review-member2', 'review-member3'])
    await makeAccount(product, username, 'hx-member');
});
afterAll(() => browser.close());

async function open(account: string, path: string, phone = false): Promise<Page> {
  const password = account === product.administrator ? product.administratorPassword : PASSWORD;
  return browser.open(product, { account, password }, path, { phone });
}

async function registerOnPhone(account: string, name: string, telephone: string): Promise<void> {
  const phone = await open(account, '/v/mobile', true);
  await openMyRegistrations(phone, '报到登记');
  await phone.locator('#personName').fill(name);
  await phone.locator('#phone').fill(telephone);
  await choose(phone, 'unit', NAMES.unit);
  await phone.locator('#position').fill('科员');
  await choose(phone, 'homeArea', NAMES.building);
  await phone.locator('#doorNumber').fill('2单元301');
  await phone.locator('input[name=consentVersion]').check();
  await phone.getByRole('button', { name: '提交报到' }).click();
  await phone
    .getByText(/提交成功/)
    .first()
    .waitFor();
  await browser.rest(phone);
}

/** What the phone's form sends, for registrations that are not what the test is about. */
async function register(account: string, name: string, telephone: string): Promise<void> {
  const token = await signIn(product, account, PASSWORD);
  const idOf = async (collection: string, named: string): Promise<number> => {
    const filter = encodeURIComponent(JSON.stringify({ name: named }));
    const [row] = await callApi<{ id: number }[]>(product, administrator, `${collection}:list?filter=${filter}`);
    return row.id;
  };
  const { id } = await callApi<{ id: number }>(product, token, 'hxMemberRegistrations:create', {
    personName: name,
    phone: telephone,
    unit: { id: await idOf('hxUnits', NAMES.unit) },
    homeArea: { id: await idOf('hxAreas', NAMES.building) },
    consentVersion: '2026-1',
  });
  await callApi(product, token, `hxMemberRegistrations:transition/${id}`, { transition: 'submit' });
}

async function stateOf(name: string): Promise<string> {
  const filter = encodeURIComponent(JSON.stringify({ personName: name }));
  const [row] = await callApi<{ state: string }[]>(
    product,
    administrator,
    `hxMemberRegistrations:list?filter=${filter}`,
  );
  return row.state;
}

const inbox = (page: Page): Promise<void> => page.getByText('待办与督办').first().click();

async function approve(account: string, name: string, shot: string, phone = false): Promise<void> {
  const page = await open(account, phone ? '/v/mobile' : '/v/admin', phone);
  if (phone) {
    await page.getByRole('button', { name, exact: false }).first().waitFor();
    await picture(page, `${shot}-inbox`);
  } else await inbox(page);
  const task = await openTask(page, name);
  await task.getByText(/^138\*{4}\d{4}$/).waitFor();
  await picture(page, shot);
  await agree(task);
  await browser.rest(page);
}

it('adds a second review at street level, without code', async () => {
  await register('review-member3', EARLIER, '13800009999');

  const page = await open(product.administrator, WORKFLOWS);
  await copyRegistrationWorkflow(page);

  // the trigger's drawer shows what the workflow starts with
  await page.getByRole('button', { name: '触发器-党员报到审批' }).getByText('到达').click();
  const trigger = page.locator('.ant-drawer').filter({ hasText: '何时开始' });
  await trigger.getByText('单位已确认').waitFor();
  expect(await trigger.getByRole('radio', { name: '到达某个状态' }).isChecked()).toBe(true);
  await picture(page, 'trigger-drawer');
  await trigger.getByRole('button', { name: /取\s*消/ }).click();
  await trigger.waitFor({ state: 'hidden' });

  const { card, drawer } = await addReview(page);
  const save = saveOf(drawer);
  await addRule(drawer);
  await save.click();
  await drawer.getByText('第 1 条：请选择岗位').waitFor();
  await pick(page, drawer, '岗位', '街道党工委书记');
  await page.keyboard.press('Escape');
  // a place where nobody holds the post is named
  await pick(page, drawer, '哪一级', '所在的楼栋');
  await drawer.getByText('第 1 条：没有一个楼栋有人担任“街道党工委书记”且有账号').waitFor();
  await picture(page, 'review-node-warning');
  await pick(page, drawer, '哪一级', '所在的街道');
  await drawer.getByRole('alert').waitFor({ state: 'hidden' });
  await pick(page, drawer, '超期后', '交给上一级');
  await pick(page, drawer, '通过时', '编入在册');
  await showFields(page, drawer, FIELDS);
  await drawer.getByRole('group', { name: '居住楼栋' }).waitFor();
  await picture(page, 'review-node-drawer');
  await save.click();
  await drawer.waitFor({ state: 'hidden' });
  await page.getByText('街道党工委书记（所在的街道）').waitFor();
  await card.getByText('2 个工作日，超期交给上一级').waitFor();
  await titleAndEnable(page, card, '街道复核');
  await picture(page, 'workflow-with-second-review');
  await browser.rest(page);
});

it('ends what ran before by its old rules: the community alone decides', async () => {
  await approve('small-official', EARLIER, 'decide-by-old-rules');
  expect(await stateOf(EARLIER)).toBe('accepted');
});

it('goes through the community on a desk and the street on a phone', async () => {
  await registerOnPhone('review-member', FIRST, '13800001234');
  await approve('small-official', FIRST, 'decide-desk');
  await approve('small-street', FIRST, 'decide-phone', true);
  const phone = await open('review-member', '/v/mobile', true);
  await openMyRegistrations(phone, '我的报到');
  await phone.getByText('在册').first().waitFor();
  await browser.rest(phone);
});

it('passes a review upward when its time has run out', async () => {
  await register('review-member2', LATE, '13800005678');
  await approve('small-official', LATE, 'decide-desk-second');
  // the review at the street begins after the community's decision was answered
  const late = `UPDATE "hxReviewSteps" SET "dueAt" = now() - interval '1 hour' WHERE title = '街道复核' AND "settledAt" IS NULL`;
  let moved = 0;
  for (const end = Date.now() + 15_000; Date.now() < end && moved === 0;) moved = await inDatabase(product, late);
  expect(moved).toBe(1);
  const city = await open('small-city', '/v/admin');
  await inbox(city);
  await city.getByRole('button', { name: LATE }).first().waitFor({ timeout: SWEEP_MS });
  await picture(city, 'passed-up-inbox');
  await city.getByText('督办', { exact: true }).last().click();
  await city.getByText('各环节用时').waitFor();
  await picture(city, 'supervision');
  await browser.rest(city);
  await approve('small-city', LATE, 'decide-passed-up');
  expect(await stateOf(LATE)).toBe('onRoll');
  expect(await stateOf(EARLIER)).toBe('accepted');
});

it('reviews a table of the administrator’s own, started by NocoBase’s own trigger', async () => {
  const make = <T>(path: string, values: object): Promise<T> => callApi<T>(product, administrator, path, values);
  await make('collections:create', {
    name: 'loans',
    title: '活动室借用',
    fields: [
      { name: 'id', type: 'bigInt', autoIncrement: true, primaryKey: true, interface: 'integer' },
      { name: 'purpose', type: 'string', interface: 'input', uiSchema: { title: '用途', type: 'string' } },
      { name: 'result', type: 'string', interface: 'input', uiSchema: { title: '结果', type: 'string' } },
    ],
  });
  const workflow = await make<{ id: number }>('workflows:create', {
    title: '活动室借用审批',
    type: 'collection',
    config: { collection: 'loans', mode: 1, appends: [], condition: { $and: [] } },
    sync: false,
  });
  const people = await callApi<{ id: number; username: string }[]>(product, administrator, 'users:list?pageSize=100');
  const official = people.find(({ username }) => username === 'small-official');
  const review = await make<{ id: number }>(`workflows/${workflow.id}/nodes:create`, {
    type: 'hx-review',
    title: '社区同意借用',
    config: { assignees: [{ type: 'users', userIds: [official?.id] }], fields: [{ name: 'purpose', mode: 'read' }] },
  });
  await make(`workflows/${workflow.id}/nodes:create`, {
    type: 'update',
    title: '记下结果',
    upstreamId: review.id,
    branchIndex: 1,
    config: {
      collection: 'loans',
      params: { filter: { $and: [{ id: { $eq: '{{$context.data.id}}' } }] }, values: { result: '可以借用' } },
    },
  });
  await make(`workflows:update?filterByTk=${workflow.id}`, { enabled: true });
  const loan = await make<{ id: number }>('loans:create', { purpose: '红色故事会' });

  const page = await open('small-official', '/v/admin');
  await inbox(page);
  const task = await openTask(page, '红色故事会');
  await task.getByText('红色故事会').first().waitFor();
  await picture(page, 'decide-own-table');
  await agree(task);
  const settled = async (): Promise<string | null> =>
    (await callApi<{ result: string | null }>(product, administrator, `loans:get?filterByTk=${loan.id}`)).result;
  for (const end = Date.now() + 15_000; Date.now() < end && (await settled()) === null;)
    await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await settled()).toBe('可以借用');
  await browser.rest(page);
});
