/**
 * Callers before whom a collection is the same thing: what their roles may do there and where, and what they may see beyond
 * its relations, is equal. One of them walks every door, the others the light ones.
 */
import type { Caller } from './callers';
import type { Oracle } from './oracle';
import type { Table, Town } from './town';
import { fieldsOf } from './values';

/** What each caller of a class is asked, whoever walks the other doors: one door for each right that a role may hold. */
export const LIGHT_DOORS: ReadonlySet<string> = new Set([
  'list',
  'count',
  'get',
  'get hidden',
  'chart: count',
  'query: count',
  'create',
  'update',
  'update hidden',
  'destroy',
  'destroy hidden',
  'export',
  'import',
]);

/** Their roles' grants without the roles' names, with the areas where they hold. */
function rightsOf(oracle: Oracle, caller: Caller, table: Table): string[] {
  return oracle
    .grants(caller, table)
    .map(([role, grant]) => {
      const places = [grant.reach, grant.changeReach ?? []].flat().includes('area') ? (caller.areas[role] ?? []) : [];
      return JSON.stringify([Object.entries(grant).toSorted(([one], [other]) => (one < other ? -1 : 1)), places]);
    })
    .toSorted();
}

/** Where a collection is closed, nothing beyond it is asked for. */
function rightsBeyond(oracle: Oracle, caller: Caller, table: Table): unknown {
  if (!oracle.maySee(caller, table)) return [];
  const targets = new Set(fieldsOf(table.collection).flatMap(({ target }) => oracle.table(target) ?? []));
  return [...targets].map((target) => [target.name, rightsOf(oracle, caller, target)]);
}

/** Equal for callers of one class. Without an account, and with several roles at once, NocoBase goes ways of its own. */
export function classOf(oracle: Oracle, caller: Caller, table: Table): string {
  const way = caller.userId === null ? 'signed out' : caller.roles.length;
  return JSON.stringify([way, rightsOf(oracle, caller, table), rightsBeyond(oracle, caller, table)]);
}

/** Who walks every door of a table: one of each class, on every table another, so that no caller is light everywhere. */
export function walkersOf(town: Town, oracle: Oracle, table: Table): Set<Caller> {
  const classes = new Map<string, Caller[]>();
  for (const caller of town.callers) {
    const name = classOf(oracle, caller, table);
    classes.set(name, [...(classes.get(name) ?? []), caller]);
  }
  const turn = [...table.name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  return new Set([...classes.values()].map((members) => members[turn % members.length]));
}
