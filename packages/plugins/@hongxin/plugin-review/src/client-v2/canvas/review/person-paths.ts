import { type Collection, type CollectionField, type DataSourceManager } from '@nocobase/flow-engine';

type TextOf = (title: string) => string;
const USERS = 'users';
const RELATIONS = ['belongsTo', 'hasOne', 'hasMany', 'belongsToMany', 'belongsToArray'];
const TO_ONE = ['belongsTo', 'hasOne'];

interface PathChoice {
  value: string;
  label: string;
}

function relationsOf(collection: Collection | undefined): CollectionField[] {
  return (collection?.getFields() ?? []).filter(({ type, target }) => RELATIONS.includes(type) && target !== undefined);
}

/** Relations that lead to users: of the record, and of the records it belongs to, e.g. `owner`, `unit.liaison`. */
export function personPaths(manager: DataSourceManager, collection: string, text: TextOf): PathChoice[] {
  const own = relationsOf(manager.getCollection('main', collection));
  const direct = own
    .filter(({ target }) => target === USERS)
    .map(({ name, title }) => ({ value: name, label: text(title || name) }));
  const through = own
    .filter(({ type, target }) => TO_ONE.includes(type) && target !== USERS)
    .flatMap((relation) =>
      relationsOf(manager.getCollection('main', relation.target ?? ''))
        .filter(({ target, name }) => target === USERS && !['createdBy', 'updatedBy'].includes(name))
        .map(({ name, title }) => ({
          value: `${relation.name}.${name}`,
          label: `${text(relation.title || relation.name)} / ${text(title || name)}`,
        })),
    );
  return [...direct, ...through];
}

/** The record's relations to many, e.g. the experts assigned to it. */
export function manyPaths(manager: DataSourceManager, collection: string, text: TextOf): PathChoice[] {
  return relationsOf(manager.getCollection('main', collection))
    .filter(({ type }) => !TO_ONE.includes(type))
    .map(({ name, title }) => ({ value: name, label: text(title || name) }));
}
