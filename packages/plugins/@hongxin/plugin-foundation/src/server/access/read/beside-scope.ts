type Filter = Record<string, unknown>;

/**
 * NocoBase lays a role's scope over the filter of a chart key by key: what the caller says of a key of the scope is lost,
 * or (as `{ areaCode: { $notIn: [...] } }`, of which Sequelize makes an `or`) takes the scope's place. Below a key that the
 * scope does not have, neither can touch the other, and both hold.
 * @param scope what NocoBase will lay over it
 * @param joined a scope to hold besides, whatever NocoBase makes of its own
 */
export function besideScope(filter: unknown, scope: Filter | null, joined: Filter | null = null): Filter | undefined {
  const parts = [filter, joined].filter(isFilter);
  if (parts.length === 0) return undefined;
  if (!scope && !joined) return parts[0];
  if (!scope || !('$and' in scope)) return { $and: parts };
  if (!('$or' in scope)) return { $or: [{ $and: parts }] };
  // a scope with both: one more part of its own `$and`, in the dotted form that the host's filters know as well
  return { [`$and.${Object.keys(scope.$and as object).length}`]: { $and: parts } };
}

const isFilter = (filter: unknown): filter is Filter =>
  typeof filter === 'object' && filter !== null && Object.keys(filter).length > 0;
