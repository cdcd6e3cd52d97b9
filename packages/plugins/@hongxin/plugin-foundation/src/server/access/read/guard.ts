import type { Context, Next } from '@nocobase/actions';
import type { Application } from '@nocobase/server';
import { refuse } from '../../errors';
import type { AccessDeclarations } from '../declarations';
import { guardedRequest, type GuardedRequest } from '../request';
import { requireAssociationWrite } from '../write/associations';
import { requireReachable } from '../write/reachable';
import { isOn } from '../switches';
import { rowsOfAnswer } from './answer';
import { checkParameters, names, requirePage, withKey, type ReadParameters } from './parameters';
import { PathCheck } from './paths';
import { Presenter } from './present';
import { withPresenceOfRelations } from './relations';
import { requireNoSecret, requireOpen } from './secret-fields';

/** Most rows of one page, and of a list that asks for no pages. */
const MAX_PAGE_SIZE = 1000;
const MAX_UNPAGED = 5000;

/** Before NocoBase's access check: lists of names as it expects them, so that nothing in them can break it. */
export function normalizeParameters(app: Application, access: AccessDeclarations) {
  return async (ctx: Context, next: Next): Promise<void> => {
    const request = guardedRequest(ctx, app, access);
    const written = (ctx.action?.params ?? {}) as { updateAssociationValues?: unknown };
    if (request && written.updateAssociationValues !== undefined)
      written.updateAssociationValues = names(written.updateAssociationValues, 'updateAssociationValues');
    if (request?.isGuarded) {
      const parameters = ctx.action.params as ReadParameters;
      for (const name of ['fields', 'appends', 'except', 'sort'] as const) {
        if (parameters[name] !== undefined) parameters[name] = names(parameters[name], name);
      }
      if (parameters.fields !== undefined)
        parameters.fields = withKey(request.collection, names(parameters.fields, 'fields'));
      parameters.filter = withPresenceOfRelations(request.collection, parameters.filter);
      if (parameters.filter === undefined) delete parameters.filter;
      requirePage(parameters);
      if (parameters.pageSize !== undefined) parameters.pageSize = Math.min(Number(parameters.pageSize), MAX_PAGE_SIZE);
      if (parameters.paginate === false || parameters.paginate === 'false') {
        delete parameters.paginate;
        Object.assign(parameters, { page: 1, pageSize: MAX_UNPAGED });
      }
      if (!request.identity.isAdministrator && request.identity.userId !== null && isOn('associationWrites'))
        await requireAssociationWrite(ctx, access, request);
      if (isOn('reachable')) await requireReachable(ctx, request);
      requireManyRecords(ctx, request);
    }
    await next();
  };
}

/** After NocoBase's access check: what a request filters and sorts by, and what its answer holds. */
export function readGuard(app: Application, access: AccessDeclarations) {
  return async (ctx: Context, next: Next): Promise<void> => {
    const request = guardedRequest(ctx, app, access);
    if (!request) return next();
    const { rights, collection, isOpen } = request;
    const { filter, sort } = ctx.action.params as ReadParameters;
    if (filter || sort) {
      requireNoSecret(collection, filter);
      for (const key of names(sort, 'sort')) requireOpen(collection, key.replace(/^-/, '').split('.'));
    }
    if (request.isGuarded || !request.identity.isAdministrator) {
      const parameters = ctx.action.params as ReadParameters;
      const asked = ((ctx.permission as { rawParams?: ReadParameters } | undefined)?.rawParams ??
        parameters) as ReadParameters;
      if ((request.isGuarded || !isOpen) && isOn('parameters'))
        checkParameters(collection, parameters, asked, new PathCheck(access, rights, isOpen));
      if (isOn('associationReads')) await requireSource(request);
    }
    await next();
    await presentAnswer(ctx, access, request);
  };
}

async function presentAnswer(ctx: Context, access: AccessDeclarations, request: GuardedRequest): Promise<void> {
  const { collection, rights, isOpen } = request;
  const isMissing = request.isGuarded && ctx.action.params.filterByTk !== undefined && isNothing(ctx);
  if (isMissing) throw refuse(404, 'RECORD_NOT_FOUND');
  const presenter = new Presenter(access, rights);
  for (const group of rowsOfAnswer(ctx, collection)) {
    await presenter.present(group.collection, group.rows, { isTrusted: true, isLenient: isOpen });
  }
}

/** A record that is not there, or not there for the caller: both answer alike. */
function isNothing(ctx: Context): boolean {
  const { actionName } = ctx.action;
  if (actionName === 'get') return ctx.body === null || ctx.body === undefined;
  if (actionName === 'update') return Array.isArray(ctx.body) && ctx.body.length === 0;
  return actionName === 'destroy' && ctx.body === 0;
}

const TO_ONE = new Set(['belongsTo', 'hasOne']);
/** Actions on many records; asked of a relation that leads to one, NocoBase's repository would fail. */
const OF_MANY = new Set([
  'list',
  'query',
  'export',
  'move',
  'firstOrCreate',
  'updateOrCreate',
  'importXlsx',
  'importPreview',
]);

/** @throws Refusal 400 for `a/1/b:list` where b is a single record: it is read with `get` */
function requireManyRecords(ctx: Context, { source }: GuardedRequest): void {
  const field = source?.collection?.getField(source.association);
  if (field && TO_ONE.has(field.type as string) && OF_MANY.has(ctx.action.actionName))
    throw refuse(400, 'RELATION_TO_ONE', {}, source?.association);
}

/** For `a/1/b:list`: the caller must see record 1, and its relation b. */
async function requireSource({ source, rights, identity, isGuarded, isOpen }: GuardedRequest): Promise<void> {
  if (!source || identity.isAdministrator || !isGuarded || isOpen || source.id === '_') return;
  const scope = await rights.scopeOfField(source.collection, 'view', source.association);
  if (scope === undefined) throw refuse(403, 'FIELD_NOT_VISIBLE', {}, source.association);
  const key = source.collection.model.primaryKeyAttribute;
  const wanted = { [key]: source.id };
  const filter = scope ? { $and: [scope, wanted] } : wanted;
  if ((await source.collection.repository.count({ filter: filter as never })) === 0)
    throw refuse(404, 'RECORD_NOT_FOUND');
}
