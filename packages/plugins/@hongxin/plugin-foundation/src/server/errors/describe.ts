import type { Context } from '@nocobase/actions';
import type { Collection } from '@nocobase/database';
import { describeReason, type Language, type ProcessDefinition, type Reason } from '@hongxin/rules/mechanism';
import { bodyTitle } from '../own-actions/registry';
import type { ReasonCatalogue } from './catalogue';
import { languageOf } from './language';
import { pathTitle, translatedTitle } from './titles';

/** One entry of `{ errors: […] }`. */
export interface ErrorEntry {
  code: string;
  message: string;
  field?: string;
  params?: Record<string, unknown>;
  /** The records it is about, where many were asked for at once: all, also those the message leaves out. */
  records?: string[];
}

/** Finds the process of a collection, to show its labels instead of its names. */
export type ProcessLookup = (collection: string) => ProcessDefinition | undefined;

const STATE_PARAMS = new Set(['state', 'from', 'to', 'now']);

/** Turns reasons into what the caller reads: titles of fields and labels of states in their language. */
export class ReasonDescriber {
  constructor(
    private readonly catalogue: ReasonCatalogue,
    private readonly processOf: ProcessLookup,
  ) {}

  /** @param about the collection that the reasons are about; that of the request when left out */
  entries(ctx: Context, reasons: readonly Reason[], about?: string): ErrorEntry[] {
    const language = languageOf(ctx);
    const collection = (about && ctx.db?.collections.get(about)) || collectionOf(ctx);
    const process = collection && this.processOf(collection.name);
    return reasons.map((reason) => {
      const subject = subjectOf(ctx, reason) ?? collection;
      const translate = (param: string, value: string): string | undefined =>
        this.translate(ctx, subject, process, language, reason.code, param, value);
      const message = named(reason, language, describeReason(reason, language, { ...this.catalogue.words, translate }));
      return {
        code: reason.code,
        message,
        ...(reason.field === undefined ? {} : { field: reason.field }),
        ...paramsOf(reason, language),
        ...(reason.records ? { records: reason.records.map(({ name }) => name) } : {}),
      };
    });
  }

  private translate(
    ctx: Context,
    collection: Collection | undefined,
    process: ProcessDefinition | undefined,
    language: Language,
    code: string,
    param: string,
    value: string,
  ): string | undefined {
    if (param === 'field') return fieldTitles(ctx, collection, value, language);
    // not getCollection, which takes what is before a dot for a collection that is there
    if (param === 'collection') return translatedTitle(ctx, ctx.db?.collections?.get(value)?.options?.title);
    if (!process || !/^(TRANSITION|STATE)_/.test(code)) return undefined;
    if (param === 'transition') return ownOf(process.transitions, value)?.label?.[language];
    if (STATE_PARAMS.has(param)) return ownOf(process.states, value)?.label?.[language];
    if (param !== 'expected') return undefined;
    return value
      .split(', ')
      .map((state) => ownOf(process.states, state)?.label?.[language] ?? state)
      .join(language === 'zh' ? '、' : ', ');
  }
}

/** What a table holds under a name that a request may have given. */
const ownOf = <Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** What the message names, for programs; texts in the reader's language. */
function paramsOf({ params = {} }: Reason, language: Language): { params?: Record<string, unknown> } {
  const plain = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'object' && value !== null ? value[language] : value,
  ]);
  return plain.length === 0 ? {} : { params: Object.fromEntries(plain) as Record<string, unknown> };
}

/** The collection a request is about: for `a/1/b:create` it is that of b. */
export function collectionOf(ctx: Context): Collection | undefined {
  if (!ctx.action?.resourceName || !ctx.db) return undefined;
  const [source, association] = ctx.action.resourceName.split('.');
  const collection = ctx.db.getCollection(source);
  if (association === undefined || !collection) return collection;
  return ctx.db.getCollection(collection.getField(association)?.target);
}

function subjectOf(ctx: Context, { params }: Reason): Collection | undefined {
  return typeof params?.collection === 'string' ? ctx.db?.collections.get(params.collection) : undefined;
}

/** A unique key may span several fields, joined by ", ". */
function fieldTitles(ctx: Context, collection: Collection | undefined, names: string, language: Language): string {
  return names
    .split(', ')
    .map((name) => pathTitle(ctx, collection, name) ?? titleInBody(ctx, name, language) ?? name)
    .join(', ');
}

function titleInBody(ctx: Context, name: string, language: Language): string | undefined {
  const { resourceName, actionName } = ctx.action ?? {};
  return resourceName && ctx.db ? bodyTitle(ctx.db, resourceName, actionName, name)?.[language] : undefined;
}

/** What is wrong with a field of a body is said with its title, also where the sentence itself speaks of the value only. */
function named({ params, field }: Reason, language: Language, sentence: string): string {
  const title = field === undefined ? undefined : (params?.field ?? params?.name);
  if (typeof title !== 'object' || title === null || sentence.includes(title[language])) return sentence;
  return language === 'zh' ? `“${title.zh}”：${sentence}` : `"${title.en}": ${sentence}`;
}
