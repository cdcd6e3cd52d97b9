import type { HandlerType } from '@nocobase/resourcer';
import type { Plugin } from '@nocobase/server';
import type { ActionsOfResource } from './action';
import { ActionRegistry } from './registry';
import { isPublic, requireKnownRights, snippetOf } from './rights';
import { handlerOf } from './run';

export {
  action,
  type ActionCall,
  type ActionDeclaration,
  type ActionRight,
  type ActionsOfResource,
  type OwnAction,
} from './action';
export { body, readBody, type BodyFault, type BodyField, type BodyFields, type BodyOf } from './body';

/** Actions of ours: on a collection beside NocoBase's, else of a resource of their own. */
export class OwnActions {
  private known?: ActionRegistry;

  constructor(private readonly plugin: Plugin) {}

  /** What is declared of every one of them. */
  get registry(): ActionRegistry {
    return (this.known ??= new ActionRegistry(this.plugin.app.db));
  }

  /** Rights are looked at once every plugin has loaded: which there are, NocoBase's own plugins say too. */
  load(): void {
    const { app } = this.plugin;
    app.on('afterLoad', () => {
      for (const [address, declared] of this.registry.all()) requireKnownRights(app, address, declared);
    });
  }

  define(resources: Readonly<Record<string, ActionsOfResource>>, pluginName: string): void {
    for (const [resource, actions] of Object.entries(resources)) this.defineResource(resource, actions, pluginName);
  }

  private defineResource(resource: string, actions: ActionsOfResource, pluginName: string): void {
    const { app } = this.plugin;
    const handlers: Record<string, HandlerType> = {};
    for (const [name, action] of Object.entries(actions)) {
      const address = `${resource}:${name}`;
      this.registry.add(address, action, pluginName);
      handlers[name] = handlerOf(app, resource, action);
      const snippet = snippetOf(action);
      if (snippet) app.acl.registerSnippet({ name: snippet, actions: [address] });
      else app.acl.allow(resource, name, isPublic(action) ? 'public' : 'loggedIn');
    }
    // whoever says what a list of a collection is, says all that may be asked of it
    const takesOver = Object.keys(handlers).some((name) => app.resourceManager.getRegisteredHandler(name));
    if (app.db.hasCollection(resource) && !takesOver) {
      for (const [name, run] of Object.entries(handlers))
        app.resourceManager.registerActionHandlers({ [`${resource}:${name}`]: run });
    } else {
      // NocoBase otherwise adds all of its own actions to the table it is given
      app.resourceManager.define({ name: resource, only: Object.keys(handlers), actions: handlers });
    }
  }
}
