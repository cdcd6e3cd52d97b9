import type { Collection, Model, Transaction } from '@nocobase/database';
import type { Reason } from '@hongxin/rules/mechanism';
import { groupBy } from '../group-by';
import type { AccessDeclarations } from '../declarations';
import { isGuarded } from '../guarded';
import { isMadeByAdministrator } from '../../own-tables/made-by-administrators';
import type { Rights } from '../rights/rights';

/** A reference the caller wants to set: the field to name in a refusal, the collection pointed to, and the key. */
export interface Reference {
  field: string;
  target: Collection;
  targetKey: string;
  key: unknown;
}

/**
 * References to records that do not exist or that the caller may not see: both are refused alike, or the answer would
 * tell which ids exist.
 */
export async function missingReferences(
  access: AccessDeclarations,
  rights: Rights,
  references: readonly Reference[],
  transaction?: Transaction,
): Promise<Reason[]> {
  const { identity } = rights;
  const open = references.filter(({ target, key }) => {
    if (identity.isAdministrator || key === null || key === undefined || key === '') return false;
    if (target.name === 'users' && Number(key) === identity.userId) return false; // oneself
    // a public form of the host, which says itself what its visitors may choose among an administrator's own records
    if (identity.userId === null && isMadeByAdministrator(target)) return false;
    return isGuarded(access, target) || rights.on(target.name, 'view') !== null || target.name === 'users';
  });
  const groups = [...groupBy(open, (each) => each.target)].flatMap(([target, group]) =>
    [...groupBy(group, (each) => each.targetKey)].map(([targetKey, same]): Group => ({
      target,
      targetKey,
      references: same,
      keys: usableKeys(target, targetKey, same),
    })),
  );
  const visible = await visibleKeys(rights, groups, transaction);
  return groups.flatMap((group) =>
    group.references
      .filter(({ key }) => !visible.get(group)?.has(String(key)))
      .map(({ field }) => ({ code: 'REFERENCE_NOT_FOUND', params: { field }, field })),
  );
}

/** References to one column of one collection, and those of their keys that can be asked for. */
interface Group {
  target: Collection;
  targetKey: string;
  references: readonly Reference[];
  keys: readonly string[];
}

async function visibleKeys(
  rights: Rights,
  groups: readonly Group[],
  transaction?: Transaction,
): Promise<Map<Group, Set<string>>> {
  const found = new Map<Group, Set<string>>();
  const everywhere: Group[] = [];
  for (const group of groups) {
    const { target, targetKey, keys } = group;
    if (keys.length === 0 || !rights.on(target.name, 'view')) continue;
    const scope = await rights.scope(target.name, 'view');
    if (!scope && !target.model.options.paranoid) {
      everywhere.push(group);
      found.set(group, new Set());
      continue;
    }
    const filter = { $and: [{ [targetKey]: { $in: keys } }, ...(scope ? [scope] : [])] };
    const rows = await target.repository.find({ filter, fields: [targetKey], transaction });
    found.set(group, new Set(rows.map((row: Model) => String(row.get(targetKey)))));
  }
  if (everywhere.length > 0)
    for (const [group, key] of await existing(everywhere, transaction)) found.get(group)?.add(key);
  return found;
}

/** The keys that exist, of all groups in one statement: a new record points to several collections. */
async function existing(groups: readonly Group[], transaction?: Transaction): Promise<[Group, string][]> {
  const { sequelize } = groups[0].target.db;
  const parts = groups.map(({ target, targetKey }, index) => {
    const column = sequelize
      .getQueryInterface()
      .quoteIdentifier(target.model.rawAttributes[targetKey].field ?? targetKey);
    const table = target.quotedTableName();
    return `SELECT ${index} AS "group", ${column}::text AS "key" FROM ${table} WHERE ${column} IN (:keys${index})`;
  });
  const replacements = Object.fromEntries(groups.map(({ keys }, index) => [`keys${index}`, keys]));
  const [rows] = await sequelize.query(parts.join(' UNION ALL '), { replacements, transaction });
  return (rows as { group: number; key: string }[]).map(({ group, key }) => [groups[group], key]);
}

/** Distinct keys that a column can hold at all: the database would refuse a text, or one too long, where it has numbers. */
function usableKeys(target: Collection, targetKey: string, references: readonly Reference[]): string[] {
  const keys = [...new Set(references.map(({ key }) => String(key)))];
  const { key: type } = target.model.rawAttributes[targetKey].type as { key?: string };
  const digits = DIGITS[type ?? ''];
  return digits ? keys.filter((key) => digits.test(key)) : keys;
}

const DIGITS: Readonly<Record<string, RegExp>> = { BIGINT: /^\d{1,18}$/, INTEGER: /^\d{1,9}$/ };
