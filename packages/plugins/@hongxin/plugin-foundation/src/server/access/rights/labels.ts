import type { Collection } from '@nocobase/database';
import type { AccessDeclarations } from '../declarations';

/** What names a record of a collection nobody has declared, e.g. a user or a dictionary an administrator made. */
const USUAL_LABELS = ['name', 'title', 'nickname', 'label', 'code', 'value'];

/** Columns that tell nothing but which record it is. */
function keysOf(collection: Collection): string[] {
  const target = collection.filterTargetKey;
  return [collection.model.primaryKeyAttribute, ...(Array.isArray(target) ? target : [target])].filter(Boolean);
}

/** Fields shown to whoever sees a record that points here, even when the record is outside their reach. */
export function labelFieldsOf(access: AccessDeclarations, collection: Collection): ReadonlySet<string> {
  const declared = access.declarationOf(collection.name)?.labelFields;
  const { titleField } = collection.options as { titleField?: string };
  const labels = declared ?? (titleField ? [titleField] : USUAL_LABELS);
  return new Set([...keysOf(collection), ...labels]);
}

/** Attachments are shown with the record they hang on; files themselves are guarded at the download. */
export function isFileCollection(collection: Collection): boolean {
  return (collection.options as { template?: string }).template === 'file';
}
