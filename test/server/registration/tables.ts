/** The tables below the rules: rows put into a state that takes time or many steps to reach, and read back whole. */
import { app } from '../harness';

const table = (collection: string): string => app().db.getCollection(collection).quotedTableName();

/** Writes columns of one row, as time or many steps before would have. */
export async function put(collection: string, id: unknown, columns: Record<string, unknown>): Promise<void> {
  const sets = Object.keys(columns).map((name) => `"${name}" = :${name}`);
  await app().db.sequelize.query(`UPDATE ${table(collection)} SET ${sets.join(', ')} WHERE id = :id`, {
    replacements: { ...columns, id },
  });
}

/** Takes away what an earlier case has left, where rows of two cases would exclude each other. */
export async function clear(collection: string): Promise<void> {
  await app().db.sequelize.query(`DELETE FROM ${table(collection)}`);
}

/** A row with every column, as text: equal texts mean that nothing was written. */
export async function rowText(collection: string, id: unknown): Promise<string> {
  const [rows] = await app().db.sequelize.query(`SELECT t::text AS text FROM ${table(collection)} t WHERE id = :id`, {
    replacements: { id },
  });
  return String((rows as { text: string }[])[0]?.text);
}

/** A digest over all rows of some collections. */
export async function digestOf(collections: readonly string[]): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  for (const collection of collections) {
    const [rows] = await app().db.sequelize.query(
      `SELECT count(*) || '/' || COALESCE(md5(string_agg(t::text, ';' ORDER BY t.id)), '') AS digest FROM ${table(collection)} t`,
    );
    digests[collection] = (rows as { digest: string }[])[0].digest;
  }
  return digests;
}
