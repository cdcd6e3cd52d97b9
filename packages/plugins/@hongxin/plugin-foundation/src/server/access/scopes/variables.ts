import type Database from '@nocobase/database';

/** A text that is nothing but a variable, as NocoBase reads it. */
const WHOLE = /^\s*\{\{([\s\S]*)\}\}\s*$/;
/** What NocoBase knows of the request beside the user's own fields. */
const OF_THE_REQUEST = /^(\$nRole|ctx\.state\.(currentRole|currentRoles|currentUser\.[\w.]+))$/;
const OF_THE_USER = /^\$user\.([\w.]+)$/;
/** These are known wherever somebody is signed in. */
const ALWAYS_KNOWN = /^(\$user\.id|\$nRole|ctx\.state\.(currentUser\.id|currentRoles?))$/;

/** Every variable in a scope. */
export function variablesIn(node: unknown): string[] {
  if (typeof node === 'string') {
    const [, name] = WHOLE.exec(node) ?? [];
    return name === undefined ? [] : [name.trim()];
  }
  if (typeof node !== 'object' || node === null) return [];
  return [...new Set(Object.values(node).flatMap(variablesIn))];
}

/** Whether NocoBase has a value for it at all: of any other name it makes null, which is a condition of its own. */
export function isKnownVariable(db: Database, name: string): boolean {
  if (OF_THE_REQUEST.test(name)) return true;
  const [, path] = OF_THE_USER.exec(name) ?? [];
  return path !== undefined && Boolean(db.getFieldByPath(`users.${path}`));
}

/** Whether a user may have nothing there. */
export const mayBeEmpty = (name: string): boolean => !ALWAYS_KNOWN.test(name);
