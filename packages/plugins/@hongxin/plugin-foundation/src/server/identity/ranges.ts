import { mergeRanges, subtreeRange, type AreaRange } from '@hongxin/rules/mechanism';
import type { Identity } from './identity';

const memory = new WeakMap<Identity, Map<string, AreaRange[]>>();

/** The ranges of area codes in which a role holds for this user; computed once per request and role. */
export function rangesOf(identity: Identity, role: string): readonly AreaRange[] {
  let byRole = memory.get(identity);
  if (!byRole) memory.set(identity, (byRole = new Map()));
  let ranges = byRole.get(role);
  if (!ranges) {
    const grants = identity.areaGrants.filter((grant) => grant.role === role);
    ranges = mergeRanges(grants.map((grant) => subtreeRange(grant.areaCode)));
    byRole.set(role, ranges);
  }
  return ranges;
}
