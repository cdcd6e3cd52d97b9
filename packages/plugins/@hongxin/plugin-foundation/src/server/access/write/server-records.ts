import type { Context, Next } from '@nocobase/actions';
import type { Collection, Model } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { collectionOf, refuse } from '../../errors';
import type { AccessDeclarations } from '../declarations';

/** Every way in which the host writes rows by an action of its own. */
const WRITES = new Set([
  ...['create', 'update', 'firstOrCreate', 'updateOrCreate', 'destroy', 'move'],
  ...['add', 'set', 'remove', 'toggle', 'importXlsx'],
]);

interface SaveOptions {
  /** What a door of the host hands to a repository: the request, or the execution that a workflow's node runs in. */
  context?: { action?: unknown; stack?: unknown };
}

/**
 * Records of what happened (tasks, consents, requests, invitations) are written and deleted by the pack's own code alone:
 * whoever could write one by hand would forge a consent, and whoever could delete one would make a decision unseen. No right
 * that an administrator gives opens that, and administrators have none either. Retention and the deletion of an account
 * are the pack's own code.
 */
export class ServerRecords {
  constructor(
    private readonly app: Application,
    private readonly access: AccessDeclarations,
  ) {}

  watch(): void {
    const refuseRow = (row: Model, options: SaveOptions = {}): void => {
      const { collection } = row.constructor as typeof Model;
      const { context } = options;
      if (context && (context.action !== undefined || Array.isArray(context.stack))) this.require(collection);
    };
    for (const moment of ['beforeCreate', 'beforeUpdate', 'beforeDestroy']) this.app.db.on(moment, refuseRow);
  }

  /** Doors that hand no context on, and those that would fail on the way. */
  guard() {
    return async (ctx: Context, next: Next): Promise<void> => {
      const { resourceName = '', actionName = '' } = ctx.action ?? {};
      if (WRITES.has(actionName)) {
        this.require(collectionOf(ctx));
        if (resourceName.includes('.')) this.require(ctx.db.getCollection(resourceName.split('.')[0]));
      }
      await next();
    };
  }

  private require(collection: Collection | null | undefined): void {
    if (collection && this.access.declarationOf(collection.name)?.writtenByServer)
      throw refuse(403, 'RECORD_BY_SERVER', { collection: collection.name });
  }
}
