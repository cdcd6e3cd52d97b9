import type { Collection } from '@nocobase/database';
import { isSavedTogether } from '../database/save-together';

/** What a collection's own listeners are told by when a row of it is saved. */
const MOMENTS = [
  'beforeValidate',
  'afterValidate',
  'beforeUpdate',
  'afterUpdate',
  'beforeSave',
  'afterSave',
  'afterUpdateWithAssociations',
  'afterSaveWithAssociations',
];

/**
 * Whether the rows of a collection may be written together: nobody but its own fields listens to their saves. A workflow
 * of an administrator's on the collection, a rule of its records or a listener of another plugin may look at the table
 * when it hears of a row, and has to find the rows before it saved and those after it not yet: then each is saved alone.
 */
export function heardTogether(collection: Collection): boolean {
  const { db, name } = collection;
  if (!db.isPostgresCompatibleDialect() || collection.isInherited() || collection.isParent()) return false;
  if (!isSavedTogether(collection)) return false;
  const ofFields = new Set([...collection.fields.values()].flatMap((field) => Object.values(field) as unknown[]));
  return MOMENTS.every((moment) => db.listeners(`${name}.${moment}`).every((listener) => ofFields.has(listener)));
}
