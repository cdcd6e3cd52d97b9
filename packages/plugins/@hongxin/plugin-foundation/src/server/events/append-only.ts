import type Database from '@nocobase/database';

const REFUSING_FUNCTION = 'hx_refuse_change';
const TRIGGER = 'hx_append_only';
const TRUNCATE_TRIGGER = 'hx_append_only_truncate';

/**
 * Makes a table append-only in the database itself: UPDATE, DELETE and TRUNCATE raise SQLSTATE HX001, whoever asks.
 * May be called again; other databases than PostgreSQL rely on the model hooks alone.
 */
export async function makeAppendOnly(db: Database, collectionName: string): Promise<void> {
  if (!db.isPostgresCompatibleDialect()) return;
  const table = db.getCollection(collectionName).quotedTableName();
  await db.sequelize.transaction(async (transaction) => {
    const statements = [
      `CREATE OR REPLACE FUNCTION ${REFUSING_FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN
         RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME
           USING ERRCODE = 'HX001', TABLE = TG_TABLE_NAME;
       END $$`,
      `DROP TRIGGER IF EXISTS ${TRIGGER} ON ${table}`,
      `CREATE TRIGGER ${TRIGGER} BEFORE UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION ${REFUSING_FUNCTION}()`,
      `DROP TRIGGER IF EXISTS ${TRUNCATE_TRIGGER} ON ${table}`,
      `CREATE TRIGGER ${TRUNCATE_TRIGGER} BEFORE TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION ${REFUSING_FUNCTION}()`,
    ];
    for (const statement of statements) await db.sequelize.query(statement, { transaction });
  });
}
