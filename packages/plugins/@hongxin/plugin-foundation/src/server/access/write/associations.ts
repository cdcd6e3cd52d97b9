import type { Context } from '@nocobase/actions';
import { refuse } from '../../errors';
import type { AccessDeclarations } from '../declarations';
import type { GuardedRequest } from '../request';
import { isOfOwnTables, requireOwnAssociationWrite } from './own-relations';

const READS = new Set([
  'list',
  'get',
  'export',
  'query',
  'transitions',
  'history',
  'downloadXlsxTemplate',
  'transition',
  'reveal',
]);
/** What may be done to rows of one's own record, such as the lines of a budget. Linking rows of others is not among it. */
const NESTED_WRITES = new Set(['create', 'update', 'destroy']);

/**
 * `a/1/b:create` and the like change other records by another way than their own: closed, unless the declaration of a
 * lists b as `nested` and record 1 is the caller's to change.
 */
export async function requireAssociationWrite(
  ctx: Context,
  access: AccessDeclarations,
  request: GuardedRequest,
): Promise<void> {
  const { source, rights, collection } = request;
  const { actionName, resourceName } = ctx.action;
  if (!source || READS.has(actionName)) return;
  if (isOfOwnTables(source.collection, collection)) return requireOwnAssociationWrite(ctx, access, request);
  const isNested = access.declarationOf(source.collection.name)?.nested?.includes(source.association) ?? false;
  if (!isNested || !NESTED_WRITES.has(actionName))
    throw refuse(403, 'ASSOCIATION_WRITE_REFUSED', { association: resourceName });
  const right = rights.on(source.collection.name, 'update');
  if (!right || (right.fields && !right.fields.has(source.association)))
    throw refuse(403, 'ASSOCIATION_WRITE_REFUSED', { association: resourceName });
  const key = source.collection.model.primaryKeyAttribute;
  const inside = await rights.idsInScope(source.collection, 'update', [{ [key]: source.id }]);
  if (!inside.has(String(source.id))) throw refuse(404, 'RECORD_NOT_FOUND');
}
