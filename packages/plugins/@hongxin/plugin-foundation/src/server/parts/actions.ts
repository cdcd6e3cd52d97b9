import type { HandlerType } from '@nocobase/resourcer';
import type { Application } from '@nocobase/server';
import { handler } from '../handler';
import type { PartAction } from './part';

/** Makes own actions known: on a collection beside NocoBase's, else as a resource of their own. */
export function defineActions(app: Application, actions: Readonly<Record<string, PartAction>>): void {
  const own = new Map<string, Record<string, HandlerType>>();
  for (const [address, action] of Object.entries(actions)) {
    const [resource, name] = address.split(':');
    const isPublic = typeof action === 'object';
    const run = handler(isPublic ? action.everybody : action);
    if (app.db.hasCollection(resource)) app.resourceManager.registerActionHandlers({ [address]: run });
    else own.set(resource, { ...own.get(resource), [name]: run });
    app.acl.allow(resource, name, isPublic ? 'public' : 'loggedIn');
  }
  for (const [name, handlers] of own)
    app.resourceManager.define({ name, only: Object.keys(handlers), actions: handlers });
}
