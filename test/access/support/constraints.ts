/** Generated records share people and places in ways that the pack's own constraints forbid: they rest while a town stands. */
import { app } from '../../server/harness';

interface Constraint {
  table: string;
  name: string;
  definition: string;
}

const resting: Constraint[] = [];

/** Takes away the exclusion and check constraints of the pack's tables; `restoreConstraints` brings them back. */
export async function restConstraints(): Promise<void> {
  const [rows] = await app().db.sequelize.query(
    `SELECT conrelid::regclass::text AS "table", conname AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype IN ('x', 'c') AND conname LIKE 'hx\\_%' ESCAPE '\\' AND connamespace = 'public'::regnamespace`,
  );
  for (const constraint of rows as Constraint[]) {
    await app().db.sequelize.query(`ALTER TABLE ${constraint.table} DROP CONSTRAINT "${constraint.name}"`);
    resting.push(constraint);
  }
}

/** Call it when the tables are empty again. */
export async function restoreConstraints(): Promise<void> {
  for (const { table, name, definition } of resting.splice(0))
    await app().db.sequelize.query(`ALTER TABLE ${table} ADD CONSTRAINT "${name}" ${definition}`);
}
