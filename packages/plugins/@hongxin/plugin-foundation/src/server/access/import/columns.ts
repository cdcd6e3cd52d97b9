import type { Collection, Field } from '@nocobase/database';
import { Refusal, refuse } from '../../errors';
import type { AccessControl } from '../index';
import type { Rights } from '../rights/rights';
import { isOn } from '../switches';
import { refusedFields } from '../write/fields';

/** A column of the sheet and the field it fills. */
export interface ImportColumn {
  header: string;
  name: string;
  field: Field;
  /** For a relation: the other collection, the field its records are named by in the sheet, and the key to store. */
  relation: { target: Collection; by: string; targetKey: string; isMany: boolean; foreignKey: string | null } | null;
}

interface AskedColumn {
  dataIndex?: unknown;
  title?: unknown;
  defaultTitle?: unknown;
}

const TO_ONE = new Set(['belongsTo', 'hasOne']);

/** @throws Refusal 400 for columns that are none, 403 for fields the caller may not import */
export function importColumns(
  access: AccessControl,
  collection: Collection,
  rights: Rights,
  asked: unknown,
): ImportColumn[] {
  if (!Array.isArray(asked) || asked.length === 0 || asked.length > 200)
    throw refuse(400, 'PARAMETER_INVALID', { name: 'columns' });
  const columns = (asked as AskedColumn[]).map((column) => importColumn(collection, column));
  const values = Object.fromEntries(columns.map(({ name }) => [name, null]));
  rights.narrow(collection, 'importXlsx', Object.keys(values));
  const right = rights.on(collection.name, 'importXlsx');
  const refused = refusedFields(collection, values, 'create', access.declarationOf(collection.name), {
    on: () => right,
  });
  if (refused.length > 0 && isOn('imports')) throw new Refusal(403, refused);
  return columns;
}

function importColumn(collection: Collection, { dataIndex, title, defaultTitle }: AskedColumn): ImportColumn {
  const path = Array.isArray(dataIndex) ? dataIndex.map(String) : [];
  const field = collection.getField(path[0]);
  const header = String(title || defaultTitle || '').trim();
  if (!field || path.length > 2 || header === '') throw refuse(400, 'FIELD_UNKNOWN', {}, path.join('.').slice(0, 100));
  if (!field.target) return { header, name: path[0], field, relation: null };
  const target = collection.db.getCollection(field.target as string);
  const { targetKey, foreignKey } = field.options as { targetKey?: string; foreignKey?: string };
  const key = targetKey ?? target.model.primaryKeyAttribute;
  const by = path[1] ?? (target.options as { titleField?: string }).titleField ?? key;
  if (!(by in target.model.rawAttributes)) throw refuse(400, 'FIELD_UNKNOWN', {}, path.join('.').slice(0, 100));
  const isMany = !TO_ONE.has(field.type);
  return {
    header,
    name: path[0],
    field,
    relation: {
      target,
      by,
      targetKey: key,
      isMany,
      foreignKey: field.type === 'belongsTo' ? (foreignKey ?? null) : null,
    },
  };
}
