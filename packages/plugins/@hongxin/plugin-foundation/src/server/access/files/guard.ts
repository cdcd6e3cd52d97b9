import type { Context, Next } from '@nocobase/actions';
import type { Collection } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { collectionOf, requireRecordId, refuse } from '../../errors';
import { currentIdentity, type Identity } from '../../identity';
import { isGuarded } from '../guarded';
import type { AccessDeclarations } from '../declarations';
import { isFileCollection } from '../rights/labels';
import { rightsOf, type Rights } from '../rights/rights';

/** Actions that hand out a file, or the address of one. NocoBase gives any attachment to whoever is signed in. */
const HANDING_OUT = new Set(['getFile', 'createTemporaryURL', 'get']);

/**
 * A file goes to whoever uploaded it and to whoever sees a record it hangs on, by a field they may see; everybody else
 * gets the answer of a file that is not there.
 */
export function fileGuard(app: Application, access: AccessDeclarations) {
  return async (ctx: Context, next: Next): Promise<void> => {
    const identity = currentIdentity();
    const collection = ctx.action && HANDING_OUT.has(ctx.action.actionName) ? collectionOf(ctx) : undefined;
    const { fileAccess } = ctx.state as { fileAccess?: { id?: unknown; temporaryAccess?: boolean } };
    // A temporary address carries its own signature; only who may see the file could have made it.
    const isOurs = collection && isFileCollection(collection) && !ctx.action.resourceName.includes('.');
    if (identity && isOurs && !identity.isAdministrator && !fileAccess?.temporaryAccess) {
      const id: unknown = fileAccess?.id ?? ctx.action.params.filterByTk;
      requireRecordId(id);
      if (!(await mayHave(app, access, collection, identity, String(id)))) throw refuse(404, 'RECORD_NOT_FOUND');
    }
    await next();
  };
}

async function mayHave(
  app: Application,
  access: AccessDeclarations,
  files: Collection,
  identity: Identity,
  id: string,
): Promise<boolean> {
  if (await isLogo(app, files, id)) return true;
  if (identity.userId === null) return false;
  if (files.hasField('createdById')) {
    const filter = { id, createdById: identity.userId };
    if ((await files.repository.count({ filter })) > 0) return true;
  }
  const rights = rightsOf(app, identity);
  for (const collection of app.db.collections.values()) {
    if (isGuarded(access, collection) && (await hangsOnVisible(rights, collection, files, id))) return true;
  }
  return false;
}

async function hangsOnVisible(rights: Rights, collection: Collection, files: Collection, id: string): Promise<boolean> {
  for (const field of collection.fields.values()) {
    if (field.target !== files.name) continue;
    const scope = await rights.scopeOfField(collection, 'view', field.name as string);
    if (scope === undefined) continue;
    const wanted = { [`${String(field.name)}.id`]: id };
    const filter = scope ? { $and: [scope, wanted] } : wanted;
    if ((await collection.repository.count({ filter })) > 0) return true;
  }
  return false;
}

/** The logo is on the page where one signs in. */
async function isLogo(app: Application, files: Collection, id: string): Promise<boolean> {
  if (files.name !== 'attachments') return false;
  return (await app.db.getRepository('systemSettings').count({ filter: { 'logo.id': id } })) > 0;
}
