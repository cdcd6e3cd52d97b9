import type { Collection } from '@nocobase/database';
import type { Reason } from '@hongxin/rules/mechanism';
import type { CollectionAccess } from '../../domain';
import type { Rights } from '../rights/rights';

type Values = Record<string, unknown>;

interface RelationLike {
  name: string;
  type: string;
  options: { foreignKey?: string; targetKey?: string };
  target?: string;
}

const reason = (code: string, field: string): Reason => ({ code, params: { field }, field });

/** Columns only the server fills, whoever asks. The area's digits follow from the area. */
export function serverFieldsOf(access: CollectionAccess | undefined, collection: Collection): ReadonlySet<string> {
  const fields = new Set(access?.serverFields ?? []);
  if (access && collection.hasField('areaId') && collection.hasField('areaCode')) fields.add('areaCode');
  return fields;
}

/** Names NocoBase's forms and tables send along for themselves. */
const isFormMark = (name: string): boolean => name.startsWith('__');

/** Fields of the values that this caller may not write, with the reason for each. */
export function refusedFields(
  collection: Collection,
  values: Values,
  action: 'create' | 'update',
  access: CollectionAccess | undefined,
  rights: Pick<Rights, 'on'>,
): Reason[] {
  const byServer = serverFieldsOf(access, collection);
  const right = rights.on(collection.name, action);
  const key = collection.model.primaryKeyAttribute;
  return Object.keys(values).flatMap((name) => {
    if (byServer.has(name)) return [reason('FIELD_BY_SERVER', name)];
    if (right === null || right.fields === null || right.fields.has(name) || isFormMark(name)) return [];
    if (name === key && action === 'update') return [];
    return [reason('FIELD_NOT_WRITABLE', name)];
  });
}

/** Whether a sent value says the same as what is stored, so that leaving it out changes nothing. */
export function isUnchanged(collection: Collection, name: string, sent: unknown, stored: Values): boolean {
  const field = collection.getField(name) as RelationLike | undefined;
  if (field?.target) {
    const foreignKey = field.type === 'belongsTo' ? field.options.foreignKey : undefined;
    return foreignKey !== undefined && sameText(keyOf(sent, field.options.targetKey ?? 'id'), stored[foreignKey]);
  }
  const current = stored[name];
  if (current instanceof Date) return new Date(String(sent)).getTime() === current.getTime();
  if (typeof sent === 'object' && sent !== null) return JSON.stringify(sent) === JSON.stringify(current);
  return sameText(sent, current);
}

/** The key in a reference: the key itself, or an object that carries it. */
export function keyOf(value: unknown, keyName: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Values)[keyName] : value;
}

const sameText = (a: unknown, b: unknown): boolean => String(a ?? '') === String(b ?? '');
