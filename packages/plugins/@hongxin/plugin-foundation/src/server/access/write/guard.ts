import type { Context, Next } from '@nocobase/actions';
import type { Collection } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import type { Reason } from '@hongxin/rules/mechanism';
import { Refusal, refuse } from '../../errors';
import type { CollectionAccess } from '../../domain';
import type { AccessDeclarations } from '../declarations';
import { guardedRequest, type GuardedRequest } from '../request';
import { names } from '../read/parameters';
import { PathCheck } from '../read/paths';
import { isOn } from '../switches';
import { requireLinkable } from './links';
import { isUnchanged, refusedFields, serverFieldsOf } from './fields';
import { dropUnchangedMasks, maskedFields } from './masked-values';
import { requireMovable, requireMove, requireMoved } from './movable';
import { oddRelations, readRelated } from './nested';
import { missingReferences } from './references';
import { keysForRelations, type WriteParameters } from './relation-keys';
import { Sight } from './sight';

type Values = Record<string, unknown>;

/** Actions that find a record by values and then write: the search would look beyond the caller's scope. */
const SEARCHING = new Set(['firstOrCreate', 'updateOrCreate']);

/** What a request may write: fields, relations, masked values. Where the row lies is checked when it is saved. */
export function writeGuard(app: Application, access: AccessDeclarations) {
  return async (ctx: Context, next: Next): Promise<void> => {
    const request = guardedRequest(ctx, app, access);
    if (request?.isGuarded) {
      const { actionName } = ctx.action;
      await requireLinkable(ctx, request);
      if (SEARCHING.has(actionName) && isOn('searchingWrites')) requireSearchable(ctx, access, request);
      if (SEARCHING.has(actionName)) requireSearchKeys(ctx, request);
      if (actionName === 'move' && isOn('moves')) {
        requireMove(ctx, request);
        if (!request.identity.isAdministrator) await requireMovable(ctx, request);
        await requireMoved(ctx, request);
      }
      if ((actionName === 'create' || actionName === 'update') && isOn('writtenFields'))
        await checkValues(ctx, access, request, actionName);
    }
    await next();
  };
}

/** @throws Refusal 400 unless the request names the fields to search by, and values */
function requireSearchKeys(ctx: Context, { collection }: GuardedRequest): void {
  const { filterKeys, values } = ctx.action.params as { filterKeys?: unknown; values?: unknown };
  const keys = names(filterKeys, 'filterKeys');
  const isKnown = (key: string) => collection.hasField(key) || Object.hasOwn(collection.model.rawAttributes, key);
  if (keys.length === 0 || !keys.every(isKnown)) throw refuse(400, 'PARAMETER_INVALID', { name: 'filterKeys' });
  if (typeof values !== 'object' || values === null || Array.isArray(values))
    throw refuse(400, 'PARAMETER_INVALID', { name: 'values' });
  ctx.action.params.filterKeys = keys;
}

async function checkValues(
  ctx: Context,
  access: AccessDeclarations,
  request: GuardedRequest,
  action: 'create' | 'update',
): Promise<void> {
  const { collection, rights, identity } = request;
  const sent: unknown = ctx.action.params.values;
  const records = ([sent].flat() as unknown[]).filter(
    (each): each is Values => typeof each === 'object' && each !== null,
  );
  if (Array.isArray(sent) && (action === 'update' || records.length < sent.length))
    throw refuse(400, 'PARAMETER_INVALID', { name: 'values' });
  const declaration = access.declarationOf(collection.name);
  const stored = new StoredRecord(ctx, collection, action);
  const sight = new Sight(collection, declaration, rights);
  const writesInto = (ctx.action.params as WriteParameters).updateAssociationValues ?? [];
  const reasons: Reason[] = [];
  rights.narrow(collection, action, writtenNames(collection, declaration, records));
  for (const values of records) {
    for (const refused of refusedFields(collection, values, action, declaration, rights)) {
      const name = refused.field as string;
      const current = await stored.read();
      const mayCompare = current && (await sight.isClear(name, current));
      if (mayCompare && isUnchanged(collection, name, values[name], current)) delete values[name];
      else reasons.push(refused);
    }
    if (declaration && maskedFields(declaration, values).length > 0) {
      const current = await stored.read();
      reasons.push(...dropUnchangedMasks(declaration, values, current, current ? await sight.of(current) : null));
    }
    reasons.push(...oddRelations(collection, values));
    if (identity.isAdministrator) continue;
    const related = readRelated(access, rights, collection, values, writesInto);
    reasons.push(...related.reasons, ...(await missingReferences(access, rights, related.references)));
  }
  if (reasons.length > 0) throw new Refusal(statusOf(reasons), reasons);
  if (action === 'create')
    keysForRelations(collection, records, ctx.action.params as WriteParameters, declaration?.nested ?? []);
}

/** Fields of the values that a role must give: not the server's own, not the key, not the marks of forms. */
function writtenNames(
  collection: Collection,
  declaration: CollectionAccess | undefined,
  records: readonly Values[],
): string[] {
  const byServer = serverFieldsOf(declaration, collection);
  return [...new Set(records.flatMap((values) => Object.keys(values)))].filter(
    (name) => !byServer.has(name) && !name.startsWith('__'),
  );
}

/** 403 when the caller may not write a field at all, 400 when only the value is wrong. */
function statusOf(reasons: readonly Reason[]): 400 | 403 {
  return reasons.some(({ code }) => ['FIELD_NOT_WRITABLE', 'FIELD_BY_SERVER', 'NESTED_WRITE_REFUSED'].includes(code))
    ? 403
    : 400;
}

/** The record an update is about, read only when something has to be compared with it. */
class StoredRecord {
  private reading?: Promise<Values | null>;

  constructor(
    private readonly ctx: Context,
    private readonly collection: Collection,
    private readonly action: 'create' | 'update',
  ) {}

  read(): Promise<Values | null> {
    this.reading ??= this.find();
    return this.reading;
  }

  private async find(): Promise<Values | null> {
    const { filterByTk, filter } = this.ctx.action.params;
    if (this.action === 'create' || filterByTk === undefined || Array.isArray(filterByTk)) return null;
    const row = await this.collection.repository.findOne({ filterByTk, filter });
    return row ? row.dataValues : null;
  }
}

/** Whether a record was found or made tells what it holds: nobody searches by a personal field, administrators neither. */
function requireSearchable(
  ctx: Context,
  access: AccessDeclarations,
  { collection, rights, identity }: GuardedRequest,
): void {
  if (!identity.isAdministrator) throw refuse(403, 'NOT_PERMITTED');
  const { filterKeys } = ctx.action.params as { filterKeys?: unknown };
  const paths = new PathCheck(access, rights);
  for (const key of [filterKeys ?? []].flat())
    paths.need(
      collection,
      String(key)
        .split('.')
        .filter((part) => !/^\d+$/.test(part)),
    );
}
