import { chinaDay, startOfChinaDay } from '@hongxin/rules/mechanism';
import type Database from '@nocobase/database';
import type { Transaction } from '@nocobase/database';
import { clock } from '../clock';
import { refuse } from '../errors';
import type { SettingsService } from '../settings';
import { REVEAL_LIMIT } from './settings';

/** Reveals of one person in one day, counted where they are written down anyway. */
export class RevealLimit {
  constructor(
    private readonly db: Database,
    private readonly settings: SettingsService,
  ) {}

  /** The day's number; read before the transaction, which must not wait for a second connection. */
  async perDay(): Promise<number> {
    return (await this.settings.get(REVEAL_LIMIT)).perDay;
  }

  /**
   * Call it inside the transaction that writes the event: reveals of one person wait for each other.
   * @throws Refusal 429 once the day's number is reached
   */
  async need(userId: number, perDay: number, transaction: Transaction): Promise<void> {
    const { sequelize } = this.db;
    await sequelize.query(`SELECT pg_advisory_xact_lock(hashtext('hongxin/reveal'), hashtext(:user))`, {
      replacements: { user: String(userId) },
      transaction,
    });
    const midnight = startOfChinaDay(chinaDay(clock.now()));
    const [rows] = await sequelize.query(
      `SELECT count(*)::int AS count FROM ${this.db.getCollection('hxEvents').quotedTableName()}
       WHERE "actorId" = :userId AND at >= :midnight AND transition = 'reveal'`,
      { replacements: { userId, midnight }, transaction },
    );
    const [{ count }] = rows as { count: number }[];
    if (count >= perDay) throw refuse(429, 'REVEAL_LIMIT_REACHED', { count, max: perDay });
  }
}
