import type Database from '@nocobase/database';
import type { Collection, Model, Transaction } from '@nocobase/database';
import type { AccessDeclarations } from '../access/declarations';
import type { CollectionAccess } from '../domain';

/** A collection that holds personal information about people with accounts. */
export interface SubjectCollection {
  access: CollectionAccess;
  collection: Collection;
  /** Column with the users.id of whom a record is about. */
  field: string;
}

/** Where personal information about account holders lies, as declared. */
export function subjectCollections(db: Database, control: AccessDeclarations): SubjectCollection[] {
  return control.all().flatMap((access) => {
    const field = access.subjectField === undefined ? access.ownerField : access.subjectField;
    const isPersonal = Object.keys(access.personalFields ?? {}).length > 0;
    if (!field || !isPersonal || !db.hasCollection(access.collection)) return [];
    return [{ access, collection: db.getCollection(access.collection), field }];
  });
}

/** The records about a person, with their relations that point up. */
export async function recordsAbout(
  { collection, field }: SubjectCollection,
  userId: number,
  transaction?: Transaction,
): Promise<Model[]> {
  const appends = [...collection.fields.values()]
    .filter(({ options }) => options?.type === 'belongsTo' && options?.interface)
    .map(({ name }) => String(name));
  return collection.repository.find({ filter: { [field]: userId }, appends, sort: ['id'], limit: 500, transaction });
}

/** One record about a person. @returns null when there is none, or it is about somebody else */
export async function recordAbout(
  { collection, field }: SubjectCollection,
  userId: number,
  id: string,
  transaction?: Transaction,
): Promise<Model | null> {
  const key = collection.model.primaryKeyAttribute;
  return collection.repository.findOne({ filter: { [field]: userId, [key]: id }, transaction });
}
