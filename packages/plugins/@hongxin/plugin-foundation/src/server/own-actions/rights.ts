import type { Application } from '@nocobase/server';
import { rightsOf } from '../access/rights/rights';
import { refuse } from '../errors';
import type { Identity } from '../identity';
import type { ActionDeclaration, ActionRight } from './action';

/** A right on a collection. */
export interface CollectionRight {
  collection: string;
  action: string;
}

/** `view` is called so in the tables of roles; requests list and get. */
const REQUESTS = new Set(['get', 'list']);

export const rightsIn = ({ right }: Pick<ActionDeclaration, 'right'>): readonly ActionRight[] =>
  typeof right === 'string' ? [right] : right;

export const isPublic = (declared: Pick<ActionDeclaration, 'right'>): boolean => rightsIn(declared).includes('public');

/** The permission of plugin settings that an action needs. */
export const snippetOf = (declared: Pick<ActionDeclaration, 'right'>): string | undefined =>
  rightsIn(declared).find((right) => right.startsWith('pm.'));

/** The rights on collections that an action of a resource needs. */
export function collectionRights(resource: string, declared: Pick<ActionDeclaration, 'right'>): CollectionRight[] {
  const named = rightsIn(declared).filter(
    (right) => !['public', 'loggedIn'].includes(right) && !right.startsWith('pm.'),
  );
  return named.map((right) => {
    const [collection, action] = right.includes(':') ? right.split(':') : [resource, right];
    return { collection, action };
  });
}

/**
 * @throws Refusal 401 for who has not signed in where that is needed, 403 for whose roles lack a right
 */
export function requireRights(
  app: Application,
  identity: Identity | null,
  declared: ActionDeclaration,
  needed: readonly CollectionRight[],
): void {
  if (isPublic(declared)) return;
  if (!identity || identity.userId === null) throw refuse(401, 'NOT_PERMITTED');
  const rights = rightsOf(app, identity);
  if (!needed.every(({ collection, action }) => rights.on(collection, action))) throw refuse(403, 'NOT_PERMITTED');
}

/** @throws for a collection or a right that there is not: it would be nobody's, or everybody's */
export function requireKnownRights(app: Application, address: string, declared: ActionDeclaration): void {
  const [resource] = address.split(':');
  if (rightsIn(declared).length === 0) throw new Error(`action ${address} says nobody's right`);
  for (const { collection, action } of collectionRights(resource, declared)) {
    if (collection !== '*' && !app.db.hasCollection(collection))
      throw new Error(`action ${address} asks a right on ${collection}, which is no collection`);
    if (!REQUESTS.has(action) && !app.acl.getAvailableAction(action))
      throw new Error(`action ${address} asks for ${action}, which is no right of NocoBase's`);
  }
  if (declared.record === true && resource !== '*' && !app.db.hasCollection(resource))
    throw new Error(`action ${address} is about a record, and ${resource} is no collection`);
}
