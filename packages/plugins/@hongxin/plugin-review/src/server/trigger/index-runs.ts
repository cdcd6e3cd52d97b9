import type Database from '@nocobase/database';

/** The sweep asks every minute which records are in a run: found by the record, among the runs that still go on. */
export async function indexRuns(db: Database): Promise<void> {
  await db.sequelize.query(
    `CREATE INDEX IF NOT EXISTS hx_executions_about ON ${db.getCollection('executions').quotedTableName()}
       (key, (context->'data'->>'id')) WHERE status = 0 OR status IS NULL`,
  );
}
