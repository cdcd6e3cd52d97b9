import type Database from '@nocobase/database';
import type { Application } from '@nocobase/server';
import type { AccessDeclarations } from './declarations';

const declarations = new WeakMap<Database, AccessDeclarations>();

/**
 * Functions that other plugins call are given an application; what is declared in it is found by its database, because
 * NocoBase hands every plugin a proxy of the application of its own.
 */
export const rememberDeclarations = ({ db }: Application, declared: AccessDeclarations): unknown =>
  declarations.set(db, declared);

/** @throws when the foundation is not part of the application */
export function declarationsOf({ db }: Application): AccessDeclarations {
  const declared = declarations.get(db);
  if (!declared) throw new Error('the foundation must be loaded before anybody asks what is declared');
  return declared;
}
