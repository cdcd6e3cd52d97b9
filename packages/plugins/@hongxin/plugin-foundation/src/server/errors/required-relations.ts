import type { Collection, Field, Model } from '@nocobase/database';
import type { ProcessDefinition, Reason } from '@hongxin/rules/mechanism';
import type { ProcessLookup } from './describe';
import { Refusal } from './refusal';

interface Options {
  foreignKey: string;
  targetKey?: string;
  uiSchema?: { required?: boolean };
  validation?: { rules?: readonly { name: string }[] };
}
/** A relation to one record that has to be there, and the column that keeps it. */
interface RequiredRelation {
  name: string;
  foreignKey: string;
  targetKey: string;
}
export interface SaveOptions {
  /** What a repository was given, before relations were taken out of it. */
  values?: unknown;
}
interface BulkOptions {
  model?: typeof Model;
  attributes?: Readonly<Record<string, unknown>>;
  individualHooks?: boolean;
}

const isNone = (key: unknown): boolean => key === null || key === undefined || key === '';

/** What forms mark with a star; the host asks for it in its own form only. */
const isRequired = ({ uiSchema, validation }: Options): boolean =>
  uiSchema?.required === true || (validation?.rules?.some(({ name }) => name === 'required') ?? false);

function requiredRelations(collection: Collection): RequiredRelation[] {
  return [...(collection.fields.values() as Iterable<Field>)].flatMap(({ name, type, options }) => {
    if (type !== 'belongsTo' || !isRequired(options as Options)) return [];
    const { foreignKey, targetKey = 'id' } = options as Options;
    return [{ name, foreignKey, targetKey }];
  });
}

/**
 * A required relation stays filled whatever writes a row. One that an older row lacks is no obstacle to other changes, and
 * a draft may lack what the transition out of it asks for.
 * @throws Refusal 400 naming every relation that a row would be without
 */
export function requireRelations(rows: readonly Model[], processOf: ProcessLookup, { values }: SaveOptions = {}): void {
  if (rows.length === 0) return;
  const { collection } = rows[0].constructor as typeof Model;
  const required = requiredRelations(collection);
  const isLacking = (row: Model, relation: RequiredRelation): boolean =>
    lacks(row, relation) &&
    !isGiven(row, relation, values) &&
    !isAskedLater(processOf(collection.name), row, relation.foreignKey);
  const reasons = rows.flatMap((row, index) =>
    required
      .filter((relation) => isLacking(row, relation))
      .map(({ foreignKey: field }): Reason => {
        return { code: 'FIELD_REQUIRED', params: rows.length > 1 ? { field, row: index + 1 } : { field }, field };
      }),
  );
  if (reasons.length > 0) throw about(collection, reasons);
}

function lacks(row: Model, { foreignKey }: RequiredRelation): boolean {
  if (!isNone(row.get(foreignKey))) return false;
  return row.isNewRecord || (Boolean(row.changed(foreignKey as never)) && !isNone(row.previous(foreignKey as never)));
}

/** Whether the row is a draft still, and its process asks for the field when it leaves that state. */
function isAskedLater(process: ProcessDefinition | undefined, row: Model, field: string): boolean {
  if (!process) return false;
  const { initial, stateField, transitions } = process;
  if ((row.get(stateField) ?? initial) !== initial) return false;
  return Object.values(transitions).some(
    ({ from, requires }) => from.includes(initial) && (requires?.includes(field) ?? false),
  );
}

/** The host links a new row with what its relation was given after the INSERT. */
function isGiven(row: Model, { name, targetKey }: RequiredRelation, values: unknown): boolean {
  if (!row.isNewRecord || typeof values !== 'object' || values === null) return false;
  const given = (values as Readonly<Record<string, unknown>>)[name];
  if (typeof given !== 'object' || given === null) return !isNone(given);
  const { [targetKey]: key, ...more } = given as Record<string, unknown>;
  return !isNone(key) || Object.keys(more).length > 0;
}

/** Links that are taken off in bulk, from the other side: every row is asked by itself. */
export function askRowsOfBulk(options: BulkOptions): void {
  const collection = options.model?.collection;
  const { attributes } = options;
  if (!collection || !attributes) return;
  const isEmptied = ({ foreignKey }: RequiredRelation) =>
    Object.hasOwn(attributes, foreignKey) && isNone(attributes[foreignKey]);
  if (requiredRelations(collection).some(isEmptied)) options.individualHooks = true;
}

function about({ name }: Collection, reasons: readonly Reason[]): Refusal {
  const refusal = new Refusal(400, reasons);
  refusal.about = name;
  return refusal;
}
