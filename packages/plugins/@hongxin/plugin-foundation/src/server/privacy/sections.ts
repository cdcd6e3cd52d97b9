import type { Context } from '@nocobase/actions';
import type { Collection, Model } from '@nocobase/database';
import type { Rights } from '../access/rights/rights';
import { fieldTitle, translatedTitle } from '../errors';
import { recordsAbout, type SubjectCollection } from './subject';

/** One value as its owner reads it. */
export interface DataItem {
  name: string;
  title: string;
  value: string | null;
  isPersonal: boolean;
  /** Whether a correction can be asked for. */
  canCorrect: boolean;
}

export interface DataRecord {
  id: string;
  items: DataItem[];
}

export interface DataSection {
  collection: string;
  title: string;
  records: DataRecord[];
}

interface Choice {
  value: unknown;
  label: unknown;
}

/** What one collection holds about a person, in clear: it is theirs. */
export async function dataSection(
  ctx: Context,
  subject: SubjectCollection,
  userId: number,
  rights: Rights,
): Promise<DataSection> {
  const { collection, access } = subject;
  const rows = await recordsAbout(subject, userId);
  const fields = shownFields(subject, rights);
  const records = rows.map((row) => ({
    id: String(row.get(collection.model.primaryKeyAttribute)),
    items: fields.map((name) => ({
      name,
      title: fieldTitle(ctx, collection, name) ?? name,
      value: valueText(ctx, collection, name, row),
      isPersonal: Object.hasOwn(access.personalFields ?? {}, name),
      canCorrect: isCorrectable(subject, name),
    })),
  }));
  return {
    collection: collection.name,
    title: translatedTitle(ctx, collection.options.title) ?? collection.name,
    records,
  };
}

/**
 * Fields shown to the person: those their roles may see of their own records, and always the personal ones. Keys of
 * relations stand for themselves through the relation.
 */
function shownFields({ collection, access }: SubjectCollection, rights: Rights): string[] {
  const right = rights.on(collection.name, 'view');
  const personal = new Set([...Object.keys(access.personalFields ?? {}), ...access.labelFields]);
  return [...collection.fields.values()]
    .filter(({ options }) => options?.interface && options.uiSchema?.title && !options.isForeignKey)
    .filter(
      ({ options }) => !['hasMany', 'belongsToMany', 'hasOne', 'snowflakeId', 'sort'].includes(String(options?.type)),
    )
    .map(({ name }) => String(name))
    .filter((name) => personal.has(name) || (right !== null && (right.fields?.has(name) ?? true)));
}

/** Plain texts that nobody but the person and the officials write can be put right on request. */
export function isCorrectable({ collection, access }: SubjectCollection, name: string): boolean {
  const options = collection.getField(name)?.options;
  const isFilledByServer = access.serverFields?.includes(name) || options?.uiSchema?.['x-read-pretty'];
  return options?.type === 'string' && options.interface === 'input' && !isFilledByServer;
}

function valueText(ctx: Context, collection: Collection, name: string, row: Model): string | null {
  const field = collection.getField(name);
  const value: unknown = row.get(name);
  if (value === null || value === undefined || value === '') return null;
  if (field?.options.type === 'belongsTo') {
    const label = (field.options.uiSchema?.['x-component-props'] as { fieldNames?: { label?: string } } | undefined)
      ?.fieldNames?.label;
    return textOf((value as Model).get(label ?? 'name'));
  }
  const choices = field?.options.uiSchema?.enum as Choice[] | undefined;
  const labelled = (each: unknown): string =>
    translatedTitle(ctx, choices?.find((choice) => choice.value === each)?.label) ?? textOf(each) ?? '';
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(labelled).join('、');
  return labelled(value);
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
}
