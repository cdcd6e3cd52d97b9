import type { Context } from '@nocobase/actions';
import type { Model, Transaction } from '@nocobase/database';
import type { Language } from '@hongxin/rules/mechanism';
import type { BodyFields, BodyOf } from './body/field';

/**
 * What the caller needs: `public`, `loggedIn`, a permission of plugin settings (`pm.…`), or a right of NocoBase's on the
 * action's own collection (`view`, `transition` …) or on another one (`hxPosts:view`), asked of the roles' tables.
 */
export type ActionRight = 'public' | 'loggedIn' | `pm.${string}` | `${string}:${string}` | (string & {});

/** What is said of an action beside what it does. */
export interface ActionDeclaration {
  /** Of several the caller needs all. */
  right: ActionRight | readonly ActionRight[];
  /**
   * The address names a record of the action's collection: it is fetched as the caller sees it, and has to be among those
   * that their right is about. `key`: only the id is read, because the work itself finds out whose it is.
   */
  record?: true | 'key';
  body?: BodyFields;
  /** Parameters in the address, as the fields of a body. */
  query?: BodyFields;
  /** The work writes, all of it or nothing: it runs in a transaction, and its record is fetched in it. */
  writes?: true;
}

/** Who asks, and in which language they read. */
interface Caller {
  ctx: Context;
  language: Language;
  roles: readonly string[];
}

/** What the work of an action is handed. */
export type ActionCall<Declared extends ActionDeclaration> = Caller & {
  body: Declared['body'] extends BodyFields ? BodyOf<Declared['body']> : Record<string, never>;
  query: Declared['query'] extends BodyFields ? BodyOf<Declared['query']> : Record<string, never>;
  userId: Declared['right'] extends 'public' ? number | null : number;
} & (Declared['record'] extends true ? { id: string; record: Model } : unknown) &
  (Declared['record'] extends 'key' ? { id: string } : unknown) &
  (Declared['writes'] extends true ? { transaction: Transaction } : unknown);

/** Everything that the work of some action may be handed. */
export interface AnyCall extends Caller {
  body: Readonly<Record<string, unknown>>;
  query: Readonly<Record<string, unknown>>;
  userId: number | null;
  id?: string;
  record?: Model;
  transaction?: Transaction;
}

/** An action of ours, beside those that NocoBase gives every collection. */
export interface OwnAction extends ActionDeclaration {
  /** @returns what the caller is answered */
  work(call: AnyCall): unknown;
}

/** Actions by their names, of one resource. */
export type ActionsOfResource = Readonly<Record<string, OwnAction>>;

/**
 * Declares an action of ours: who may, of which record, with which body. The work begins when all of that is right, and
 * asks only what its matter itself demands.
 */
export function action<const Declared extends ActionDeclaration>(
  declared: Declared,
  work: (call: ActionCall<Declared>) => unknown,
): OwnAction {
  // what the work is handed is made from this very declaration
  return { ...declared, work: work as OwnAction['work'] };
}
