import type Database from '@nocobase/database';
import type { Transaction } from '@nocobase/database';

/** What is counted: an account or an address, under a name that tells neither. */
export interface Counted {
  key: string;
  limit: number;
  windowMinutes: number;
  lockMinutes: number;
}

/** How an attempt began: counted under all its keys, or under none because one of them is locked. */
export type Begun = { lockedUntil: Date } | { lockedUntil: null; reached: ReadonlySet<string> };

const MINUTE_MS = 60_000;
const FORGET_MS = 2 * 86_400_000;

/** Counts attempts in the database, so that several processes agree and none is lost. */
export class FailureCounter {
  constructor(private readonly db: Database) {}

  /**
   * Counts an attempt before anybody knows how it ends: of many at once no more than the limit get as far as being
   * looked at. The statement itself locks the row, and the one that reaches the limit locks the key.
   */
  async begin(counted: readonly Counted[], now: Date): Promise<Begun> {
    const inOrder = byKey(counted);
    return this.db.sequelize.transaction(async (transaction) => {
      const reached = new Set<string>();
      for (const each of inOrder) {
        const count = await this.count(each, now, transaction);
        if (count === null) {
          const lockedUntil = await this.lockedUntil(each.key, transaction);
          for (const before of inOrder.slice(0, inOrder.indexOf(each))) await this.lessen(before, transaction);
          return { lockedUntil };
        }
        if (count >= each.limit) reached.add(each.key);
      }
      return { lockedUntil: null, reached };
    });
  }

  /** An attempt that has not failed does not count. */
  async takeBack(counted: readonly Counted[]): Promise<void> {
    const inOrder = byKey(counted);
    await this.db.sequelize.transaction(async (transaction) => {
      for (const each of inOrder) await this.lessen(each, transaction);
    });
  }

  async forget(key: string): Promise<boolean> {
    const [rows] = await this.db.sequelize.query(`DELETE FROM ${this.table} WHERE key = :key RETURNING key`, {
      replacements: { key },
    });
    return rows.length > 0;
  }

  /** Takes out what no longer counts. */
  async purge(now: Date): Promise<void> {
    await this.db.sequelize.query(`DELETE FROM ${this.table} WHERE "lastAt" < :before`, {
      replacements: { before: new Date(now.getTime() - FORGET_MS) },
    });
  }

  /** @returns the attempts of the window, this one among them; null where the key is locked */
  private async count(counted: Counted, now: Date, transaction: Transaction): Promise<number | null> {
    const { key, limit, windowMinutes, lockMinutes } = counted;
    const isFresh = `f."firstAt" > :since AND f."lockedUntil" IS NULL`;
    const [rows] = await this.db.sequelize.query(
      `INSERT INTO ${this.table} AS f (key, count, "firstAt", "lastAt", "lockedUntil")
       VALUES (:key, 1, :now, :now, CASE WHEN :limit <= 1 THEN CAST(:until AS timestamptz) END)
       ON CONFLICT (key) DO UPDATE SET
         count = CASE WHEN ${isFresh} THEN f.count + 1 ELSE 1 END,
         "firstAt" = CASE WHEN ${isFresh} THEN f."firstAt" ELSE :now END,
         "lastAt" = :now,
         "lockedUntil" = CASE WHEN (CASE WHEN ${isFresh} THEN f.count + 1 ELSE 1 END) >= :limit
                              THEN CAST(:until AS timestamptz) END
       WHERE f."lockedUntil" IS NULL OR f."lockedUntil" <= :now
       RETURNING count`,
      {
        replacements: {
          key,
          limit,
          now,
          since: new Date(now.getTime() - windowMinutes * MINUTE_MS),
          until: new Date(now.getTime() + lockMinutes * MINUTE_MS),
        },
        transaction,
      },
    );
    return (rows as { count: number }[])[0]?.count ?? null;
  }

  private async lockedUntil(key: string, transaction: Transaction): Promise<Date> {
    const [rows] = await this.db.sequelize.query(`SELECT "lockedUntil" FROM ${this.table} WHERE key = :key`, {
      replacements: { key },
      transaction,
    });
    return (rows as { lockedUntil: Date }[])[0].lockedUntil;
  }

  private async lessen({ key, limit }: Counted, transaction: Transaction): Promise<void> {
    await this.db.sequelize.query(
      `UPDATE ${this.table} SET count = greatest(count - 1, 0),
         "lockedUntil" = CASE WHEN count - 1 >= :limit THEN "lockedUntil" END WHERE key = :key`,
      { replacements: { key, limit }, transaction },
    );
  }

  private get table(): string {
    return this.db.getCollection('hxSignInFailures').quotedTableName();
  }
}

/** Always in the same order, so that two attempts that share keys never wait for each other. */
const byKey = (counted: readonly Counted[]): Counted[] => [...counted].sort((a, b) => (a.key < b.key ? -1 : 1));
