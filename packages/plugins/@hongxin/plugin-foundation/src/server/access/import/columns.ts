import type { Collection, Field } from '@nocobase/database';
import type { Reason } from '@hongxin/rules/mechanism';
import { refuse } from '../../errors';
import type { AccessDeclarations } from '../declarations';
import { labelFieldsOf } from '../rights/labels';
import type { Rights } from '../rights/rights';
import { isOn } from '../switches';
import { refusedFields } from '../write/fields';

/** A column of the sheet and the field it fills. */
export interface ImportColumn {
  header: string;
  name: string;
  /** As an export of the same column names it. */
  path: string[];
  field: Pick<Field, 'type' | 'options'>;
  /** The record's own id, as an export writes it: by it a row finds its record again. It need not be in the sheet. */
  isId: boolean;
  /** For a relation: the other collection, the field its records are named by in the sheet, and the key to store. */
  relation: { target: Collection; by: string; targetKey: string; isMany: boolean; foreignKey: string | null } | null;
}

/** Under what name a column's value stands among the values of a record. */
export const valueName = ({ name, relation }: ImportColumn): string => relation?.foreignKey ?? name;

interface AskedColumn {
  dataIndex?: unknown;
  title?: unknown;
  defaultTitle?: unknown;
}

/** The id of a collection that declares none. */
const GIVEN_ID = { type: 'bigInt', options: {} };

const TO_ONE = new Set(['belongsTo', 'hasOne']);

/** @throws Refusal 400 for columns that are none, or by which related records must not be looked up */
export function importColumns(access: AccessDeclarations, collection: Collection, asked: unknown): ImportColumn[] {
  if (!Array.isArray(asked) || asked.length === 0 || asked.length > 200)
    throw refuse(400, 'PARAMETER_INVALID', { name: 'columns' });
  return (asked as AskedColumn[]).map((column) => importColumn(access, collection, column));
}

/** Why a new record of the caller cannot have the columns filled; those that are left empty do not matter. */
export function closedColumns(
  access: AccessDeclarations,
  collection: Collection,
  rights: Rights,
  columns: readonly ImportColumn[],
): Reason[] {
  const values = Object.fromEntries(columns.filter(({ isId }) => !isId).map(({ name }) => [name, null]));
  rights.narrow(collection, 'importXlsx', Object.keys(values));
  const right = rights.on(collection.name, 'importXlsx');
  const declaration = access.declarationOf(collection.name);
  return isOn('imports') ? refusedFields(collection, values, 'create', declaration, { on: () => right }) : [];
}

function importColumn(
  access: AccessDeclarations,
  collection: Collection,
  { dataIndex, title, defaultTitle }: AskedColumn,
): ImportColumn {
  const path = Array.isArray(dataIndex) ? dataIndex.map(String) : [];
  const isId = path.length === 1 && path[0] === collection.model.primaryKeyAttribute;
  const field = collection.getField(path[0]) ?? (isId ? GIVEN_ID : undefined);
  const header = String(title || defaultTitle || '').trim();
  if (!field || path.length > 2 || header === '') throw refuse(400, 'FIELD_UNKNOWN', {}, path.join('.').slice(0, 100));
  if (!('target' in field) || !field.target) return { header, name: path[0], path, field, isId, relation: null };
  const target = collection.db.getCollection(field.target as string);
  const { targetKey, foreignKey } = field.options as { targetKey?: string; foreignKey?: string };
  const key = targetKey ?? target.model.primaryKeyAttribute;
  const by = path[1] ?? (target.options as { titleField?: string }).titleField ?? key;
  if (!Object.hasOwn(target.model.rawAttributes, by))
    throw refuse(400, 'FIELD_UNKNOWN', {}, path.join('.').slice(0, 100));
  requireLookup(access, target, by, key);
  return {
    header,
    name: path[0],
    path,
    field,
    isId,
    relation: {
      target,
      by,
      targetKey: key,
      isMany: !TO_ONE.has(field.type),
      foreignKey: field.type === 'belongsTo' ? (foreignKey ?? null) : null,
    },
  };
}

/**
 * Related records are named by their label or their key. Whoever may try out another column learns its values, those
 * behind a mask too: ten thousand guesses fit in one sheet.
 * @throws Refusal 403 for any other field, whoever asks
 */
function requireLookup(access: AccessDeclarations, target: Collection, by: string, key: string): void {
  const isLabel = by === key || labelFieldsOf(access, target).has(by);
  if (isLabel && !access.maskOf(target.name, by)) return;
  if (isOn('imports')) throw refuse(403, 'IMPORT_LOOKUP_REFUSED', { collection: target.name }, by);
}
