import type Database from '@nocobase/database';

/** What is counted: an account or an address, under a name that tells neither. */
export interface Counted {
  key: string;
  limit: number;
  windowMinutes: number;
  lockMinutes: number;
}

/** Counts failures in the database, so that several processes agree and none is lost. */
export class FailureCounter {
  constructor(private readonly db: Database) {}

  /** @returns until when one of the keys is locked, or null */
  async lockedUntil(keys: readonly string[]): Promise<Date | null> {
    const [rows] = await this.db.sequelize.query(
      `SELECT max("lockedUntil") AS until FROM ${this.table} WHERE key IN (:keys) AND "lockedUntil" > now()`,
      { replacements: { keys } },
    );
    const [{ until }] = rows as { until: Date | null }[];
    return until;
  }

  /**
   * One more failure. The row is locked by the statement itself, so that of many attempts at once exactly one is the
   * one that locks.
   * @returns whether this failure has locked the key
   */
  async fail({ key, limit, windowMinutes, lockMinutes }: Counted): Promise<boolean> {
    const fresh = `"firstAt" > now() - make_interval(mins => :windowMinutes)`;
    const [rows] = await this.db.sequelize.query(
      `INSERT INTO ${this.table} AS f (key, count, "firstAt", "lastAt") VALUES (:key, 1, now(), now())
       ON CONFLICT (key) DO UPDATE SET
         count = CASE WHEN f.${fresh} THEN f.count + 1 ELSE 1 END,
         "firstAt" = CASE WHEN f.${fresh} THEN f."firstAt" ELSE now() END,
         "lastAt" = now(),
         "lockedUntil" = CASE
           WHEN f.${fresh} AND f.count + 1 = :limit THEN now() + make_interval(mins => :lockMinutes)
           WHEN f."lockedUntil" > now() THEN f."lockedUntil" END
       RETURNING count`,
      { replacements: { key, limit, windowMinutes, lockMinutes } },
    );
    const [{ count }] = rows as { count: number }[];
    return count === limit;
  }

  async forget(key: string): Promise<boolean> {
    const [rows] = await this.db.sequelize.query(`DELETE FROM ${this.table} WHERE key = :key RETURNING key`, {
      replacements: { key },
    });
    return rows.length > 0;
  }

  /** Takes out what no longer counts. */
  async purge(): Promise<void> {
    await this.db.sequelize.query(`DELETE FROM ${this.table} WHERE "lastAt" < now() - interval '2 days'`);
  }

  private get table(): string {
    return this.db.getCollection('hxSignInFailures').quotedTableName();
  }
}
