import type Database from '@nocobase/database';
import type { Application } from '@nocobase/server';
import type { AccessDeclarations } from './declarations';

/** On the database itself: whoever holds the application finds it, also one who has loaded this file a second time. */
const DECLARED = Symbol.for('hongxin/declarations');

type WithDeclarations = Database & { [DECLARED]?: AccessDeclarations };

/**
 * Functions that other plugins call are given an application; what is declared in it is found by its database, because
 * NocoBase hands every plugin a proxy of the application of its own.
 */
export function rememberDeclarations({ db }: Application, declared: AccessDeclarations): void {
  (db as WithDeclarations)[DECLARED] = declared;
}

/** @throws when the foundation is not part of the application */
export function declarationsOf({ db }: Application): AccessDeclarations {
  const declared = (db as WithDeclarations)[DECLARED];
  if (!declared) throw new Error('the foundation must be loaded before anybody asks what is declared');
  return declared;
}
