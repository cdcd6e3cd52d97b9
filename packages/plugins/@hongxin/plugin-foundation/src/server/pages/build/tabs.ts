import type { LocalizedText } from '@hongxin/rules/mechanism';
import { chooserSteps, submitButton } from './beside-forms';
import { formBlock, type Form } from './forms';
import { listTab } from './list';
import type { BlockTab, FormTab, ListOptions, PageOptions, TabOptions } from './options';
import { at, type BuiltTab, type Site } from './site';

/** Markdown that NocoBase shows in the reader's language; an administrator edits both texts in one place. */
const inReadersLanguage = ({ zh, en }: LocalizedText): string =>
  ['{% if ctx.locale == "en-US" %}', en, '{% else %}', zh, '{% endif %}'].join('\n');

const isBlock = (tab: TabOptions): tab is BlockTab => 'block' in tab;
const isForm = (tab: TabOptions): tab is FormTab => 'register' in tab;

function blockTab(key: string, title: string, use: string): BuiltTab {
  const ownBlocks = [{ tab: key, place: 'top' as const, use }];
  return { tab: { key, title, blocks: [] }, ownBlocks, ownActions: [], fieldSteps: [] };
}

function formTab(site: Site, title: string, tab: FormTab, list: ListOptions): BuiltTab {
  const { text, ...options } = tab.register;
  const fields = list.form ?? [];
  const form: Form = { ...options, place: site.place, collection: list.collection, fields, block: 'form' };
  const notice = text && { key: 'notice', type: 'markdown', settings: { content: inReadersLanguage(text) } };
  return {
    tab: { key: tab.key, title, blocks: [formBlock(form, 'createForm'), ...(notice ? [notice] : [])] },
    ownBlocks: [],
    ownActions: submitButton(form, list.process),
    fieldSteps: chooserSteps(site, form, list),
  };
}

/** What a tab does not say it takes from the page, unless it lists another collection. */
function listOf({ place }: Site, page: PageOptions, tab: Partial<ListOptions>): ListOptions {
  const list = tab.collection && tab.collection !== page.collection ? tab : { ...page, ...tab };
  const { collection } = list;
  if (!collection) throw new Error(`${place}: names no collection, and neither does the page`);
  return { ...list, collection };
}

export function buildTab(pageSite: Site, page: PageOptions, tab: TabOptions): BuiltTab {
  const site = at(pageSite, `tab ${tab.key}`);
  const title = tab.title ?? page.title;
  if (isBlock(tab)) return blockTab(tab.key, title, tab.block);
  const list = listOf(site, page, tab);
  return isForm(tab) ? formTab(site, title, tab, list) : listTab(site, tab.key, title, list);
}
