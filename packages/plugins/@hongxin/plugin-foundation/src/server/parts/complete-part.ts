import type { CollectionOptions } from '@nocobase/database';
import { editableRule, keptAgainstDeletion } from '../records/care';
import { fieldRules } from '../records/field-rules';
import type { RecordRule } from '../records/rules';
import { completeAccess, typedColumns } from './complete-access';
import type { CompletePart, DomainPart } from './part';

type Follows = NonNullable<DomainPart['follows']>;

/**
 * All that follows from what the parts of a plugin say: rights from fields, rules of records from fields and from what
 * `records` says. Rules of fields run first, those that close a record last.
 * @throws when `records` names a collection that no part brings
 */
export function completePart(joined: DomainPart): CompletePart {
  const { records = {}, access: declared, ...rest } = joined;
  const collections = joined.collections ?? [];
  const access = declared?.map((each) => completeAccess(each, collections));
  const ownerOf = (name: string): string | null => access?.find((each) => each.collection === name)?.ownerField ?? null;
  const rules: Record<string, RecordRule[]> = {};
  const add = (name: string, more: readonly RecordRule[]): void => {
    if (more.length > 0) rules[name] = [...(rules[name] ?? []), ...more];
  };
  for (const collection of collections) add(String(collection.name), fieldRules(collection));
  for (const [name, each] of Object.entries(joined.rules ?? {})) add(name, each);
  const follows: Record<string, Follows[string]> = { ...joined.follows };
  for (const [name, { editable, kept }] of Object.entries(records)) {
    const collection = requireOwn(name, collections);
    if (editable) add(name, [editableRule(editable, ownerOf(name), typedColumns(collection))]);
    const event = `${name}.beforeDestroy`;
    if (kept) follows[event] = [...(follows[event] ?? []), keptAgainstDeletion(kept)];
  }
  return {
    ...rest,
    ...(access ? { access } : {}),
    ...(Object.keys(rules).length > 0 ? { rules } : {}),
    ...(Object.keys(follows).length > 0 ? { follows } : {}),
  };
}

function requireOwn(name: string, collections: readonly CollectionOptions[]): CollectionOptions {
  const collection = collections.find((each) => each.name === name);
  if (!collection) throw new Error(`records says something of ${name}, which no part of the plugin brings`);
  return collection;
}
