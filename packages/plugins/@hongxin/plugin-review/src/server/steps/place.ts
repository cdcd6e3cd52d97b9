import { foundationOf } from '@hongxin/plugin-foundation';
import type { Collection, Model, Transaction } from '@nocobase/database';
import type { Application } from '@nocobase/server';

/** Where a record is. */
export interface Place {
  areaId: string | null;
  areaCode: string | null;
}

const AREAS = 'hxAreas';
const NOWHERE: Place = { areaId: null, areaCode: null };
const textOrNull = (value: unknown): string | null =>
  value === null || value === undefined || value === '' ? null : String(value);

/**
 * The field that says where the records of a table are: the one that was chosen, of the pack's tables the declared one, of
 * an administrator's own a field `areaCode` or the only relation to the areas.
 */
export function placeFieldOf(app: Application, collection: Collection, chosen?: string | null): string | null {
  if (chosen) return collection.hasField(chosen) ? chosen : null;
  const access = foundationOf(app).access.declarationOf(collection.name);
  const declared = access?.areaField === undefined ? 'areaCode' : access.areaField;
  if (declared !== null && collection.hasField(declared)) return declared;
  if (access) return null;
  const relations = placeRelationsOf(collection);
  return relations.length === 1 ? relations[0] : null;
}

/** Relations of a record to one area. */
export const placeRelationsOf = (collection: Collection): string[] =>
  [...collection.fields.values()]
    .filter(({ type, target }) => type === 'belongsTo' && target === AREAS)
    .map(({ name }) => name as string);

/** Where a record is, by its relation to an area or by a field with an area's code. */
export async function placeOf(
  app: Application,
  record: Model,
  chosen?: string | null,
  transaction?: Transaction,
): Promise<Place> {
  const { collection } = record.constructor as typeof Model;
  const name = placeFieldOf(app, collection, chosen);
  if (name === null) return { ...NOWHERE, areaId: ownAreaId(collection, record) };
  const field = collection.getField(name);
  if (field.target !== AREAS) return { areaCode: textOrNull(record.get(name)), areaId: ownAreaId(collection, record) };
  const foreignKey = String(field.options.foreignKey ?? `${name}Id`);
  const key: unknown = record.get(foreignKey);
  if (key === null || key === undefined) return NOWHERE;
  const where = { [String(field.options.targetKey ?? 'id')]: key };
  const area = await app.db.getModel(AREAS).findOne({ where, attributes: ['id', 'code'], transaction });
  return { areaId: textOrNull(area?.get('id')), areaCode: textOrNull(area?.get('code')) };
}

const ownAreaId = (collection: Collection, record: Model): string | null =>
  collection.hasField('areaId') ? textOrNull(record.get('areaId')) : null;
