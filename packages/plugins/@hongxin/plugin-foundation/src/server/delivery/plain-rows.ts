import type { Collection, Model } from '@nocobase/database';

type Values = Record<string, unknown>;

const TO_MANY = new Set(['HasMany', 'BelongsToMany', 'BelongsToArray']);

/**
 * An answer's records as NocoBase's `toJSON` gives them, at a fraction of its price: that copies every appended record
 * with all that Sequelize keeps beside its values, and does so each time the answer is asked for its length or its text.
 * What is not a record stays as it is, and so does a record of a model that answers in a way of its own.
 */
export function plainRows(data: unknown): unknown {
  return Array.isArray(data) ? data.map(plainRow) : plainRow(data);
}

function plainRow(value: unknown): unknown {
  if (!isRecord(value) || !isOrdinary(value)) return value;
  return plainValues(value.get() as Values, (value.constructor as typeof Model).collection);
}

function isRecord(value: unknown): value is Model {
  if (typeof value !== 'object' || value === null || !('dataValues' in value)) return false;
  const { collection } = value.constructor as Partial<typeof Model>;
  return collection !== undefined;
}

/** Neither relations sorted by a field, nor a `toJSON` of its own. */
function isOrdinary(row: Model): boolean {
  const { collection, database } = row.constructor as typeof Model;
  if (row.toJSON !== toJsonOfHost(row) || database.inDialect('mariadb')) return false;
  return Object.keys(row.dataValues as Values).every((name) => !collection.fields.get(name)?.options.sortBy);
}

/** What NocoBase's models answer with: its class is the one right above Sequelize's. */
function toJsonOfHost(row: Model): unknown {
  const { sequelize } = (row.constructor as typeof Model).database;
  const plain = (sequelize.constructor as unknown as { Model: { prototype: object } }).Model.prototype;
  let prototype = Object.getPrototypeOf(row) as Model | null;
  while (prototype !== null && Object.getPrototypeOf(prototype) !== plain)
    prototype = Object.getPrototypeOf(prototype) as Model | null;
  return prototype?.toJSON;
}

/** The values without hidden fields, and the same of every relation. */
function plainValues(values: Values, collection: Collection): Values {
  const plain: Values = {};
  const { associations } = collection.model;
  for (const name of Object.keys(values)) {
    if (collection.fields.get(name)?.options.hidden) continue;
    const value = values[name];
    if (!Object.hasOwn(associations, name)) {
      plain[name] = plainRow(value);
      continue;
    }
    const { target, associationType } = associations[name];
    const related = (each: unknown): unknown => plainRelated(each, collection.db.getCollection(target.name));
    if (!TO_MANY.has(associationType)) plain[name] = value ? related(value) : null;
    else plain[name] = isKeys(value, associationType) ? value : ((value ?? []) as unknown[]).map(related);
  }
  return plain;
}

/** A relation kept as a list of keys shows them where the records have not been asked for. */
const isKeys = (value: unknown, associationType: string): boolean =>
  associationType === 'BelongsToArray' && (!Array.isArray(value) || value.some((each) => typeof each !== 'object'));

function plainRelated(related: unknown, target: Collection): unknown {
  if (isRecord(related)) return isOrdinary(related) ? plainRow(related) : related.toJSON();
  return plainValues(related as Values, target);
}
