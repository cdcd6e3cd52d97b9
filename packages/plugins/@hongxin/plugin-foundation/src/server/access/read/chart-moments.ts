import { type Collection, type Database, Repository } from '@nocobase/database';

const NAME = 'hxCountedCollection';
/** Columns that Sequelize keeps by itself: lists show them, though no field declares them. */
const MOMENTS = ['createdAt', 'updatedAt'] as const;

interface Query {
  dimensions?: { field?: unknown; format?: unknown }[];
}

/**
 * NocoBase formats a moment (a chart by months) when a field says that it is one, and otherwise groups by the millisecond.
 * For a query with a format, the two columns without a field are told to it as such.
 */
class CountedRepository extends Repository {
  override async query(options: Query = {}): ReturnType<Repository['query']> {
    const isFormatted = options.dimensions?.some(({ format }) => Boolean(format));
    return isFormatted
      ? new Repository(withMoments(this.collection)).query(options as never)
      : super.query(options as never);
  }
}

/** The same collection, seen with fields for its moments. */
function withMoments(collection: Collection): Collection {
  const fields = new Map<string, unknown>(collection.fields);
  for (const name of MOMENTS)
    if (isMoment(collection, name) && !fields.has(name)) fields.set(name, { type: 'date', options: {} });
  return Object.create(collection, { fields: { value: fields } }) as Collection;
}

/** Whether a column is one of the two; a format on it is heeded in the collection itself only. */
export const isMoment = (collection: Collection, name: string): boolean =>
  MOMENTS.some((moment) => moment === name) && Object.hasOwn(collection.model.rawAttributes, name);

/** Gives the pack's collections, now and later, a repository that knows their moments. */
export function countMoments(db: Database): void {
  db.registerRepositories({ [NAME]: CountedRepository });
  const give = (collection: Collection): void => {
    if (collection.name.startsWith('hx') && !collection.options.repository) collection.setRepository(NAME);
  };
  db.on('afterDefineCollection', give);
  db.collections.forEach(give);
}
