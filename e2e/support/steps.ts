/** Steps that several browser tests take: selects, choosers of a phone, deciding a task, a second review on the canvas. */
import type { Locator, Page } from 'playwright-core';
import { picture } from './browser';

/** Where workflows are administered. */
export const WORKFLOWS = '/v/admin/settings/workflow';

/** An option whose list was drawn anew under the pointer is not taken: it is tapped again, as a person would. */
const TAPS = 3;
const STEP_MS = 5000;

/** Does a step again that was lost because the page was drawn anew under it; the last time it says why. */
export async function persist(step: () => Promise<void>): Promise<void> {
  for (let tap = 1; tap < TAPS; tap += 1) {
    const isDone = await step().then(
      () => true,
      () => false,
    );
    if (isDone) return;
  }
  await step();
}

/**
 * Takes an option of a select, and sees that the select shows it.
 * @throws an error with what the form says, when it does not
 */
export async function takeOption(page: Page, select: Locator, text: string): Promise<void> {
  const list = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
  const taken = select.locator('.ant-select-selection-item').filter({ hasText: text }).first();
  await persist(async () => {
    await select.click();
    await list.locator('.ant-select-item-option', { hasText: text }).first().click();
    await taken.waitFor({ timeout: STEP_MS });
  }).catch(async (error: unknown) => {
    const form = await select.locator('xpath=ancestor::form[1]').innerText();
    throw new Error(`"${text}" was not taken; the form says: ${form}`, { cause: error });
  });
}

/** Takes an option of the select with this label. */
export async function pick(page: Page, scope: Locator, label: string, option: string): Promise<void> {
  const combobox = page.getByRole('combobox', { name: label, exact: true });
  await takeOption(page, scope.locator('.ant-select').filter({ has: combobox }).first(), option);
}

/**
 * Opens one of a page's tabs and waits until it is the open one: what is sought before is of the tab before.
 * @returns its panel, in which to go on
 */
export async function openTab(page: Page, name: string | RegExp): Promise<Locator> {
  const tab = page.getByRole('tab', { name, exact: typeof name === 'string' }).filter({ visible: true });
  let panel: string | null = null;
  await persist(async () => {
    // one that is hidden while it is being clicked is waited for in vain: the click has a short limit
    await tab.first().click({ timeout: STEP_MS });
    panel = await tab.and(page.locator('[aria-selected=true]')).getAttribute('aria-controls', { timeout: STEP_MS });
  });
  const open = page.locator(`[id="${panel}"]`);
  await open.waitFor();
  return open;
}

/**
 * Opens one of the two tabs of a member's 我的报到 on a phone: what was registered, or the form to register with. The page may be
 * drawn anew after the tab was opened, and then starts with its first tab: the form is there when it can be filled.
 */
export async function openMyRegistrations(phone: Page, tab: '我的报到' | '报到登记'): Promise<Locator> {
  await phone.locator('.nb-ui-layout-mobile-home-tabbar-item', { hasText: '我的报到' }).click();
  if (tab === '我的报到') return openTab(phone, tab);
  let form = phone.locator('body');
  await persist(async () => {
    form = await openTab(phone, tab);
    await form.locator('#personName').waitFor({ timeout: STEP_MS });
  });
  return form;
}

/** The choosers of a phone open a list from below, with a search box. */
export async function choose(page: Page, field: string, text: string): Promise<void> {
  await page.locator(`#${field}`).click();
  await page.locator('input[placeholder=search]:visible').last().fill(text);
  await page.locator('.adm-list-item:visible', { hasText: text }).first().click();
}

/** Takes one of several options of a phone's chooser, which a tap opens from below and a button closes. */
export async function chooseSeveral(page: Page, field: string, text: string): Promise<void> {
  const list = page.locator('.adm-popup-body').filter({ visible: true });
  await list.first().waitFor({ state: 'hidden' });
  // what is tapped lies over the input
  await page.locator(`#${field}`).click({ force: true });
  await list.getByText(text, { exact: true }).last().click();
  await list
    .getByRole('button', { name: /^(确\s*定|确\s*认|Confirm|OK)$/ })
    .last()
    .click();
}

/**
 * Takes a transition of a record from its row, as 办理 offers it: the only one there is comes up by itself.
 * @param fill fills what it asks for
 */
export async function handle(
  row: Locator,
  transition: string,
  fill?: (dialog: Locator) => Promise<void>,
): Promise<void> {
  const page = row.page();
  await row.getByText('办理', { exact: true }).click();
  const dialog = page.locator('.ant-modal-content').filter({ hasText: '当前状态', visible: true });
  const confirm = dialog.getByRole('button', { name: `确认${transition}` });
  const choice = dialog.getByRole('button', { name: transition, exact: true });
  await confirm.or(choice).first().waitFor();
  if ((await confirm.count()) === 0) await choice.click();
  await fill?.(dialog);
  await confirm.click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Opens a task of one's inbox: on a desk, or in the first tab of the phone's layout. */
export async function openTask(page: Page, name: string): Promise<Locator> {
  await page.getByRole('button', { name, exact: false }).first().click();
  const dialog = page.locator('[role=dialog], .adm-popup-body').filter({ hasText: '我的意见' });
  await dialog.waitFor();
  return dialog;
}

export async function agree(task: Locator): Promise<void> {
  await task
    .getByRole('button', { name: /^同\s*意$/ })
    .last()
    .click();
  // it closes when the decision was taken, and stays when it was refused
  await task.waitFor({ state: 'hidden' });
}

/** Opens the seeded workflow of members' registrations and makes a version of it that can be changed. */
export async function copyRegistrationWorkflow(page: Page): Promise<void> {
  const row = page.locator('tr', { hasText: '党员报到审批' });
  await row
    .getByText(/配置|查看/)
    .first()
    .click();
  await page.getByText('社区接收').first().waitFor();
  await picture(page, 'workflow-seeded');
  await page.getByRole('button', { name: 'more' }).first().click();
  const version = page.url();
  await page.getByRole('menuitem', { name: '复制到新版本' }).click();
  await page.waitForURL((url) => url.href !== version);
  // the address is the copy's before the canvas is: what is clicked at once would change the version before
  await page.reload();
  await page.getByRole('button', { name: '层级审批-社区接收' }).waitFor();
}

/** Draws a review after the community's, before the notice. @returns its card and its open drawer */
export async function addReview(page: Page): Promise<{ card: Locator; drawer: Locator }> {
  const plus = page.getByRole('button', { name: 'add-button' });
  await plus.nth((await plus.count()) - 2).click();
  await page.getByRole('menuitem', { name: '层级审批' }).click();
  await page.getByRole('button', { name: /Submit|提\s*交/ }).click();
  const card = page.getByRole('button', { name: '层级审批-层级审批' });
  await card.getByText('还没有设置由谁审批').click();
  return { card, drawer: page.locator('.ant-drawer').filter({ hasText: '由谁审批' }) };
}

/** The button of a drawer that keeps what it holds. */
export const saveOf = (drawer: Locator): Locator => drawer.getByRole('button', { name: /提\s*交/ });

/** Adds a rule of who reviews, still empty. */
export async function addRule(drawer: Locator): Promise<void> {
  await drawer
    .getByRole('button', { name: /添加规则/ })
    .first()
    .click();
}

/** Names the fields that who reviews is shown. */
export async function showFields(page: Page, drawer: Locator, titles: readonly string[]): Promise<void> {
  await drawer.getByRole('combobox', { name: '添加字段' }).click();
  const fields = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option');
  for (const title of titles) await fields.getByText(title, { exact: true }).click();
  await page.keyboard.press('Escape');
}

/** Gives the new review its title and lets the version take effect. */
export async function titleAndEnable(page: Page, card: Locator, title: string): Promise<void> {
  await card.getByLabel('节点标题').fill(title);
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: `层级审批-${title}` }).waitFor();
  await page.getByRole('switch').first().click();
  await page.locator('.ant-switch-checked').first().waitFor();
}
