import type Database from '@nocobase/database';
import type { LocalizedText } from '@hongxin/rules/mechanism';
import type { ActionDeclaration } from './action';

/** On the database itself: NocoBase hands every plugin a proxy of the application of its own. */
const REGISTERED = Symbol.for('hongxin/own-actions');

type WithActions = Database & { [REGISTERED]?: ActionRegistry };

/** What every action of ours declares, by `<resource>:<action>`; `*` stands for every collection. */
export class ActionRegistry {
  private readonly declared = new Map<string, ActionDeclaration>();
  private readonly owners = new Map<string, string>();

  constructor(db: Database) {
    (db as WithActions)[REGISTERED] = this;
  }

  /** @throws when another plugin has declared something under the address */
  add(address: string, declaration: ActionDeclaration, pluginName: string): void {
    const owner = this.owners.get(address) ?? pluginName;
    if (owner !== pluginName)
      throw new Error(`${owner} and ${pluginName} both declare ${address}; one of them has to go`);
    this.owners.set(address, owner);
    this.declared.set(address, declaration);
  }

  all(): ReadonlyMap<string, ActionDeclaration> {
    return this.declared;
  }

  of(resource: string, action: string): ActionDeclaration | undefined {
    return this.declared.get(`${resource}:${action}`) ?? this.declared.get(`*:${action}`);
  }
}

/** What a field of the body, or a parameter, of a request to an action of ours is called. */
export function bodyTitle(db: Database, resource: string, action: string, name: string): LocalizedText | undefined {
  const declared = (db as WithActions)[REGISTERED]?.of(resource, action);
  const fields = { ...declared?.query, ...declared?.body };
  return Object.hasOwn(fields, name) ? fields[name].title : undefined;
}
