import { statement } from '@hongxin/plugin-foundation';
import { Migration } from '@nocobase/server';

/** Receipts issued before there were tokens get one each: a random UUID has 122 random bits. */
export default class ReceiptTokens extends Migration {
  on = 'afterSync';

  async up(): Promise<void> {
    const { db } = this.app;
    if (!(await db.collectionExistsInDb('hxMemberRegistrations'))) return;
    await db.sequelize.query(
      statement(
        db,
        `UPDATE {hxMemberRegistrations} SET "receiptToken" = replace(gen_random_uuid()::text, '-', '')
         WHERE "receiptNumber" IS NOT NULL AND "receiptToken" IS NULL`,
      ),
    );
  }
}
