import type { Collection, Model, Transaction } from '@nocobase/database';
import type { Reason } from '@hongxin/rules';
import { groupBy } from '../group-by';
import type { AccessControl } from '../index';
import { isGuarded } from '../guarded';
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
  access: AccessControl,
  rights: Rights,
  references: readonly Reference[],
  transaction?: Transaction,
): Promise<Reason[]> {
  const { identity } = rights;
  const open = references.filter(({ target, key }) => {
    if (identity.isAdministrator || key === null || key === undefined || key === '') return false;
    if (target.name === 'users' && Number(key) === identity.userId) return false; // oneself
    return isGuarded(access, target) || rights.on(target.name, 'view') !== null || target.name === 'users';
  });
  const reasons: Reason[] = [];
  for (const [target, group] of groupBy(open, (each) => each.target)) {
    for (const [targetKey, same] of groupBy(group, (each) => each.targetKey)) {
      const visible = await visibleKeys(
        rights,
        target,
        targetKey,
        same.map(({ key }) => String(key)),
        transaction,
      );
      for (const { field, key } of same) {
        if (!visible.has(String(key))) reasons.push({ code: 'REFERENCE_NOT_FOUND', params: { field }, field });
      }
    }
  }
  return reasons;
}

async function visibleKeys(
  rights: Rights,
  target: Collection,
  targetKey: string,
  keys: string[],
  transaction?: Transaction,
): Promise<Set<string>> {
  if (!rights.on(target.name, 'view')) return new Set();
  const usable = [...new Set(keys)].filter((key) => !isNumeric(target, targetKey) || /^\d{1,19}$/.test(key));
  if (usable.length === 0) return new Set();
  const scope = await rights.scope(target.name, 'view');
  const wanted = { [targetKey]: { $in: usable } };
  const rows = await target.repository.find({
    filter: scope ? { $and: [wanted, scope] } : wanted,
    fields: [targetKey],
    transaction,
  });
  return new Set(rows.map((row: Model) => String(row.get(targetKey))));
}

function isNumeric(collection: Collection, column: string): boolean {
  const type = collection.model.rawAttributes[column]?.type as { key?: string } | undefined;
  return /^(BIGINT|INTEGER)/.test(type?.key ?? '');
}
