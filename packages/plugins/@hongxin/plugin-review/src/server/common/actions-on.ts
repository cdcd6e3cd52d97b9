import type { DomainPart } from '@hongxin/plugin-foundation';
import type { Context, Next } from '@nocobase/actions';

type Action = (ctx: Context, next: Next) => Promise<void>;

/** Actions by their names as those of a collection. */
export const actionsOn = (collection: string, actions: Readonly<Record<string, Action>>): DomainPart['actions'] =>
  Object.fromEntries(Object.entries(actions).map(([name, action]) => [`${collection}:${name}`, action]));
