import type { Context } from '@nocobase/actions';
import type { Collection } from '@nocobase/database';
import { Refusal, refuse } from '../../errors';
import { isMadeByAdministrator } from '../../own-tables/made-by-administrators';
import type { AccessDeclarations } from '../declarations';
import type { GuardedRequest } from '../request';
import type { Rights } from '../rights/rights';
import { keyOf } from './fields';
import { missingReferences } from './references';

const ROWS = new Set(['create', 'update', 'destroy']);
const LINKS = new Set(['add', 'set', 'remove', 'toggle']);
/** Relations that are kept in a column of the other record. */
const KEPT_BEYOND = new Set(['hasMany', 'hasOne']);

/** Relations that an administrator's tables have: no declaration says who writes along them, the roles' rights on both tables do. */
export const isOfOwnTables = (source: Collection, target: Collection): boolean =>
  isMadeByAdministrator(source) || (isMadeByAdministrator(target) && !source.name.startsWith('hx'));

/** Whether the roles may write these fields of records of another table of an administrator's, on the way. */
export function mayWriteBeyond(rights: Rights, target: Collection, isNew: boolean, names: readonly string[]): boolean {
  const right = isMadeByAdministrator(target) ? rights.on(target.name, isNew ? 'create' : 'update') : null;
  const key = target.model.primaryKeyAttribute;
  const isOpen = (name: string): boolean => name === key || name.startsWith('__') || right?.fields?.has(name) === true;
  return right !== null && (right.fields === null || names.every(isOpen));
}

/**
 * `a/1/b:create` and the like along a relation of an administrator's table: whoever may write b may do so from a record that
 * they see; whoever may change a may link what they see, and what is kept in b itself only where they may change b.
 */
export async function requireOwnAssociationWrite(
  ctx: Context,
  access: AccessDeclarations,
  { source, collection, rights }: GuardedRequest,
): Promise<void> {
  if (!source) return;
  const { actionName, resourceName } = ctx.action;
  const refused = () => refuse(403, 'ASSOCIATION_WRITE_REFUSED', { association: resourceName });
  if (ROWS.has(actionName)) {
    if (!rights.on(collection.name, actionName)) throw refused();
    if (isMadeByAdministrator(source.collection)) await requireInside(rights, source.collection, 'view', [source.id]);
    return;
  }
  if (actionName === 'move') return;
  const right = rights.on(source.collection.name, 'update');
  if (!LINKS.has(actionName) || !right || (right.fields && !right.fields.has(source.association))) throw refused();
  await requireInside(rights, source.collection, 'update', [source.id]);
  const field = source.collection.getField(source.association);
  const key = collection.model.primaryKeyAttribute;
  const linked = linkedKeys(ctx, (field?.options.targetKey as string | undefined) ?? key);
  const references = linked.map((each) => ({
    field: source.association,
    target: collection,
    targetKey: key,
    key: each,
  }));
  const missing = await missingReferences(access, rights, references);
  if (missing.length > 0) throw new Refusal(400, missing);
  if (!KEPT_BEYOND.has(String(field?.type))) return;
  const { foreignKey } = (field?.options ?? {}) as { foreignKey: string };
  if (!mayWriteBeyond(rights, collection, false, [foreignKey])) throw refused();
  await requireInside(rights, collection, 'update', linked);
}

/** The keys of the records that a link is about, as the host takes them. */
function linkedKeys(ctx: Context, targetKey: string): unknown[] {
  const { filterByTk, filterByTks, values } = ctx.action.params as Record<string, unknown>;
  const given: unknown[] = [filterByTk ?? filterByTks ?? values ?? []].flat();
  return given.map((each) => keyOf(each, targetKey)).filter((each) => each !== null && each !== undefined);
}

/** @throws Refusal 404 unless all of them are inside the scope of the action */
async function requireInside(rights: Rights, collection: Collection, action: string, ids: readonly unknown[]) {
  const key = collection.model.primaryKeyAttribute;
  const right = rights.on(collection.name, action);
  const inside = right
    ? await rights.idsInScope(
        collection,
        action,
        ids.map((id) => ({ [key]: id })),
      )
    : new Set<string>();
  if (!ids.every((id) => inside.has(String(id)))) throw refuse(404, 'RECORD_NOT_FOUND');
}
