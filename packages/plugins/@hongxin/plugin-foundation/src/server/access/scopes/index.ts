import type { Model } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { Refusal } from '../../errors';
import { currentIdentity } from '../../identity';
import { closedWithoutValues, nothingOf, registerKnown } from './closed';
import { faultOf } from './fault';

export { isNothing, KNOWN } from './closed';

const SCOPES = 'dataSourcesRolesResourcesScopes';

/** What NocoBase tells whoever looks at a right before it is in force. */
interface Granting {
  path: string;
  resourceName: string;
  role: { name: string };
  params?: { filter?: unknown; own?: boolean } | null;
}

/**
 * Scopes of roles, as administrators write them, fail closed: one that cannot be read is refused in words when it is saved,
 * and opens nothing where it stands already. (NocoBase deletes none that a right still has.)
 */
export function watchScopes(app: Application): void {
  const { db } = app;
  registerKnown(db);
  app.acl.beforeGrantAction((granting: Granting) => close(app, granting));
  db.on(`${SCOPES}.beforeSave`, (scope: Model) => requireReadable(app, scope));
}

function close(app: Application, { path, resourceName, role, params }: Granting): void {
  if (!params || params.filter === undefined || params.own) return;
  const collection = app.db.collections.get(resourceName);
  const fault = faultOf(app.db, collection, params.filter);
  if (fault) {
    const what = `${fault.code} ${JSON.stringify(fault.params ?? {})}`;
    app.logger.warn(`the scope of ${path} of the role ${role.name} cannot be read and opens nothing: ${what}`);
    params.filter = nothingOf(collection);
  } else {
    params.filter = closedWithoutValues(collection, params.filter as Record<string, unknown>);
  }
}

function requireReadable({ db }: Application, scope: Model): void {
  const isOfMain = (scope.get('dataSourceKey') ?? 'main') === 'main';
  const isTouched = scope.isNewRecord || scope.changed('scope') || scope.changed('resourceName');
  if (!currentIdentity() || !isOfMain || !isTouched || scope.get('key') === 'own') return;
  const name = String(scope.get('resourceName') ?? '');
  const collection = db.collections.get(name);
  const fault = faultOf(db, collection, scope.get('scope'));
  if (!fault) return;
  const params = { name: String(scope.get('name') ?? ''), collection: name };
  const refusal = new Refusal(400, [{ code: 'SCOPE_UNREADABLE', params, field: 'scope' }, fault]);
  refusal.about = name;
  throw refusal;
}
