import type Database from '@nocobase/database';

const FUNCTION = 'hx_note_event';
const TRIGGER = 'hx_note_event';

/**
 * Every row that reaches hxEvents, through the application or behind its back, is noted as waiting for its link, in
 * the same statement. May be called again.
 */
export async function noteNewEvents(db: Database): Promise<void> {
  if (!db.isPostgresCompatibleDialect()) return;
  const events = db.getCollection('hxEvents').quotedTableName();
  const pending = db.getCollection('hxEventsPending').quotedTableName();
  await db.sequelize.transaction(async (transaction) => {
    const statements = [
      `CREATE OR REPLACE FUNCTION ${FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN
         INSERT INTO ${pending} ("eventId") SELECT id FROM added ON CONFLICT DO NOTHING;
         RETURN NULL;
       END $$`,
      `DROP TRIGGER IF EXISTS ${TRIGGER} ON ${events}`,
      `CREATE TRIGGER ${TRIGGER} AFTER INSERT ON ${events}
       REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ${FUNCTION}()`,
    ];
    for (const statement of statements) await db.sequelize.query(statement, { transaction });
  });
}
