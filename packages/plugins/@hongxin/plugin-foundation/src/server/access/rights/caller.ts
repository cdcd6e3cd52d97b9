import { isInRanges, mergeRanges, parentAreaCode, type AreaRange } from '@hongxin/rules/mechanism';
import type { Model, Transaction } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { currentIdentity, type Identity } from '../../identity';
import { declarationsOf } from '../declarations-of';
import { areasIn, isOfCaller, speaksOfPlaces } from './areas-in';
import { rightsOf, type Right } from './rights';

/**
 * What the caller may do, asked of NocoBase's role tables: the pack's own actions ask this and never the name of a role, so
 * that a role an administrator has made gets them, and a scope an administrator has narrowed narrows them.
 */
function partsOf(
  app: Application,
  collection: string,
  action: string,
): { identity: Identity; parts: readonly Right[] } | null {
  const identity = currentIdentity();
  if (!identity || identity.userId === null) return null;
  const parts = rightsOf(app, identity).parts(collection, action);
  return parts.length > 0 ? { identity, parts } : null;
}

const areaFieldOf = (app: Application, collection: string): string =>
  declarationsOf(app).declarationOf(collection)?.areaField ?? 'areaCode';

/** Records that are the caller's own, and no others. */
const isOwnOnly = ({ filter }: Right, areaField: string): boolean =>
  filter !== null && isOfCaller(filter) && !speaksOfPlaces(filter, areaField);

/**
 * Where the caller may do something with records of a collection.
 * @returns ranges of area codes; null: everywhere; undefined: nowhere, the caller may not, or with their own records only
 */
export function callerAreas(
  app: Application,
  collection: string,
  action: string,
): readonly AreaRange[] | null | undefined {
  const right = partsOf(app, collection, action);
  if (!right) return undefined;
  const areaField = areaFieldOf(app, collection);
  const placed = right.parts.filter((part) => !isOwnOnly(part, areaField));
  if (placed.length === 0) return undefined;
  const places = placed.map(({ filter }) => (filter === null ? null : areasIn(filter, areaField, right.identity)));
  return places.includes(null) ? null : mergeRanges(places.flatMap((each) => [...(each ?? [])]));
}

/** Whether the caller may do something with records of a place. */
export function mayAt(app: Application, collection: string, action: string, areaCode: string | null): boolean {
  const areas = callerAreas(app, collection, action);
  if (areas === undefined) return false;
  return areas === null || (areaCode !== null && isInRanges(areaCode, areas));
}

/** Whether the caller may do something with records of a place that lies strictly below what is theirs, or anywhere. */
export function mayAbove(app: Application, collection: string, action: string, areaCode: string): boolean {
  const areas = callerAreas(app, collection, action);
  if (areas === undefined) return false;
  const above = parentAreaCode(areaCode);
  return areas === null || (above !== null && isInRanges(above, areas));
}

/** Whether the caller may do something, and with their own records only. */
export function hasOwnOnly(app: Application, collection: string, action: string): boolean {
  const right = partsOf(app, collection, action);
  if (!right || right.identity.isAdministrator) return false;
  const areaField = areaFieldOf(app, collection);
  return right.parts.every((part) => isOwnOnly(part, areaField));
}

/** Whether one of the caller's roles may write a field by an action. */
export function mayGive(app: Application, collection: string, action: string, field: string): boolean {
  const right = partsOf(app, collection, action);
  return Boolean(right?.parts.some(({ fields }) => fields === null || fields.has(field)));
}

/** Whether the caller does something for themselves: with their own records, or with any. Who does it for a place does not. */
export function actsForThemselves(app: Application, collection: string, action: string): boolean {
  const right = partsOf(app, collection, action);
  if (!right || right.identity.isAdministrator) return false;
  const areaField = areaFieldOf(app, collection);
  return right.parts.some((part) => part.filter === null || isOwnOnly(part, areaField));
}

/** Whether the caller may do something with records that name them in this column, e.g. as the liaison of their unit. */
export function reachesBy(app: Application, collection: string, action: string, column: string): boolean {
  const right = partsOf(app, collection, action);
  return Boolean(
    right?.parts.some(({ filter }) => isOfCaller(filter) && JSON.stringify(filter).includes(`"${column}`)),
  );
}

/** Whether the caller may do something with this very record, whatever its scope is made of. */
export async function mayWith(
  app: Application,
  record: Model,
  action: string,
  transaction?: Transaction,
): Promise<boolean> {
  const { collection } = record.constructor as typeof Model;
  const right = partsOf(app, collection.name, action);
  if (!right) return false;
  const row = record.get() as Record<string, unknown>;
  const inside = await rightsOf(app, right.identity).idsInScope(collection, action, [row], transaction);
  return inside.size > 0;
}
