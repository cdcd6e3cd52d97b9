import { foundationOf, translatedTitle } from '@hongxin/plugin-foundation';
import { mask } from '@hongxin/rules/mechanism';
import type { Context } from '@nocobase/actions';
import type { Collection, Model } from '@nocobase/database';
import type { ReviewField } from '../../../shared/config';
import type { FieldView } from '../../../shared/contract';
import type { ReviewTools } from '../../steps/tools';
import { writtenMoment } from './moment';

/** Fields that say nothing of the matter. */
const TECHNICAL = new Set([
  'id',
  'sort',
  'createdAt',
  'updatedAt',
  'createdById',
  'updatedById',
  'createdBy',
  'updatedBy',
]);

export interface Choice {
  value: string | number | boolean;
  label: string;
  color?: string;
}
interface Schema {
  title?: string;
  enum?: Choice[];
}

/**
 * What a reviewer sees of the record. With a list of fields it is that list: being asked grants the view. Without one it
 * is what their roles show them, and for records of the pack that their roles do not show, no more than their label.
 * Personal fields are masked unless they are to be filled in here.
 */
export async function recordView(
  tools: ReviewTools,
  ctx: Context,
  collection: Collection,
  recordId: string,
  fields: readonly ReviewField[],
): Promise<FieldView[]> {
  const shown = fields.length > 0 ? fields : await fieldsByRole(tools, ctx, collection);
  const known = shown.filter(({ name }) => collection.getField(name));
  const relations = known.map(({ name }) => name).filter((name) => collection.getField(name).target);
  const record: Model | null = await collection.repository.findOne({ filterByTk: recordId, appends: relations });
  if (!record) return [];
  const personal = foundationOf(tools.app).access.declarationOf(collection.name)?.personalFields ?? {};
  const views = known.map(({ name, mode }) => {
    const kind = personal[name];
    const raw: unknown = record.get(name);
    const isMasked = kind !== undefined && mode === 'read' && raw !== null && raw !== undefined;
    return viewOf(tools, ctx, collection, name, mode, isMasked ? mask(kind, String(raw)) : raw);
  });
  // nobody has chosen: what is empty says nothing
  return fields.length > 0 ? views : views.filter(({ display }) => display !== '');
}

async function fieldsByRole(tools: ReviewTools, ctx: Context, collection: Collection): Promise<ReviewField[]> {
  const all = [...collection.fields.values()]
    .filter(({ name, options }) => options.interface && options.uiSchema?.title && !TECHNICAL.has(name))
    .filter(({ options }) => !options.isForeignKey)
    .map(({ name }) => name as string);
  const allowed = await allowedFields(tools, ctx, collection);
  const names = allowed === null ? all : all.filter((name) => allowed.has(name));
  return names.map((name) => ({ name, mode: 'read' }));
}

/** @returns null for every field */
export async function allowedFields(
  tools: ReviewTools,
  ctx: Context,
  collection: Collection,
): Promise<Set<string> | null> {
  if (ctx.can({ resource: collection.name, action: 'get' })) {
    const { parsedParams } = await ctx.acl.resolveActionParams(ctx, {
      resourceName: collection.name,
      actionName: 'get',
    });
    const named = [...((parsedParams?.fields as string[]) ?? []), ...((parsedParams?.appends as string[]) ?? [])];
    return parsedParams?.fields ? new Set(named) : null;
  }
  const access = foundationOf(tools.app).access.declarationOf(collection.name);
  return access ? new Set(access.labelFields) : null;
}

function viewOf(
  tools: ReviewTools,
  ctx: Context,
  collection: Collection,
  name: string,
  mode: FieldView['mode'],
  value: unknown,
): FieldView {
  const field = collection.getField(name);
  const schema = (field.options.uiSchema ?? {}) as Schema;
  const target = field.target ? tools.db.getCollection(field.target) : undefined;
  const choices = (schema.enum ?? []).map((choice) => ({ ...choice, label: translatedTitle(ctx, choice.label) ?? '' }));
  const reduced = target ? labelled(target, value) : value;
  return {
    name,
    title: translatedTitle(ctx, schema.title) ?? name,
    interface: (field.options.interface as string | undefined) ?? null,
    value: reduced ?? null,
    display: displayOf(reduced, choices, target),
    mode,
    ...(choices.length > 0 ? { choices } : {}),
    ...(target ? { target: target.name, multiple: field.type !== 'belongsTo' && field.type !== 'hasOne' } : {}),
  };
}

/** Of related records no more than their key and title. */
function labelled(target: Collection, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => labelled(target, each));
  if (typeof value !== 'object' || value === null) return value;
  const key = target.filterTargetKey as string;
  const title = titleOf(target);
  const model = value as Model;
  return { [key]: model.get(key), [title]: model.get(title) };
}

const titleOf = (target: Collection): string =>
  target.name === 'users' ? 'nickname' : String(target.options.titleField ?? target.filterTargetKey);

export function displayOf(value: unknown, choices: readonly Choice[], target: Collection | undefined): string {
  if (value === null || value === undefined || value === '') return '';
  if (Array.isArray(value)) return value.map((each) => displayOf(each, choices, target)).join('、');
  if (target && typeof value === 'object') return String((value as Record<string, unknown>)[titleOf(target)] ?? '');
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (value instanceof Date) return writtenMoment(value);
  if (typeof value === 'object') return JSON.stringify(value);
  return choices.find((choice) => String(choice.value) === String(value))?.label ?? String(value);
}
