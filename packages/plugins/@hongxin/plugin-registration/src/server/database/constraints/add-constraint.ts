/** A statement that adds a constraint to a table once. @param definition e.g. `CHECK (…)` or `EXCLUDE USING …` */
export function addConstraint(table: string, name: string, definition: string): string {
  return `DO $$ BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = '${name}') THEN
      ALTER TABLE {${table}} ADD CONSTRAINT ${name} ${definition};
    END IF;
  END $$`;
}
