import type { Collection } from '@nocobase/database';
import type { PageSeed } from '../domain';

/** NocoBase's namespaces for what is kept as data and shown as text. */
export const NAMESPACES = {
  /** Titles of menus, pages and their tabs, and of popups. */
  pages: 'lm-desktop-routes',
  /** Titles of blocks, groups of fields, and actions. */
  blocks: 'lm-flow-engine',
  /** Titles of collections and fields, and the labels of options. */
  collections: 'lm-collections',
} as const;

/** Keys of a blueprint under which a text is that somebody reads. */
const READ = new Set(['title', 'label', 'tooltip', 'description', 'placeholder']);

interface Described {
  title?: unknown;
  description?: unknown;
  enum?: unknown;
}

/** Texts of the pages a plugin seeds: menu, tabs, blocks, groups of fields, actions, popups. */
export function textsOfPages(pages: readonly PageSeed[]): Set<string> {
  const texts = new Set<string>();
  for (const { group, item, blueprint } of pages) {
    collect({ group, item }, texts);
    collect(blueprint, texts);
  }
  return texts;
}

/** Titles of the menu: of pages and of the groups they are in. */
export function textsOfMenu(pages: readonly PageSeed[]): Set<string> {
  const texts = new Set<string>();
  for (const { group, item } of pages) collect({ group, item }, texts);
  return texts;
}

/** Titles and descriptions of a collection and its fields, and the labels of choices; what is written as `{{t(…)}}` translates itself. */
export function textsOfCollection({ options, fields }: Collection): Set<string> {
  const texts = new Set<string>();
  collect({ title: options.title as unknown }, texts);
  for (const field of fields.values()) {
    const schema = (field.options as { uiSchema?: Described }).uiSchema;
    collect({ title: schema?.title, description: schema?.description, options: schema?.enum }, texts);
  }
  return texts;
}

/** Texts that a declaration itself gives in both languages, such as the states of a process. */
export function pairsOf(value: unknown, pairs: Record<string, string> = {}): Record<string, string> {
  if (typeof value !== 'object' || value === null) return pairs;
  const { zh, en } = value as { zh?: unknown; en?: unknown };
  if (typeof zh === 'string' && typeof en === 'string') pairs[zh] ??= en;
  else for (const inner of Object.values(value)) pairsOf(inner, pairs);
  return pairs;
}

/** After the title of a relation, the title of its foreign key, as `belongsTo` of fields/relations.ts writes it. */
const KEY = '编号';

/** The English of a foreign key's title, from its relation's; a locale file holds only those that read otherwise. */
export function titleOfKey(text: string, translate: (text: string) => string | undefined): string | undefined {
  const relation = text.endsWith(KEY) ? translate(text.slice(0, -KEY.length)) : undefined;
  return relation === undefined ? undefined : `${relation} ID`;
}

function collect(value: unknown, texts: Set<string>): void {
  if (Array.isArray(value)) {
    for (const each of value) collect(each, texts);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner !== 'string') collect(inner, texts);
    else if (READ.has(key) && isChinese(inner)) texts.add(inner);
  }
}

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text) && !text.includes('{{');
