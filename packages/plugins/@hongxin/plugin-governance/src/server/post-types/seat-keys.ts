import { execute } from '@hongxin/plugin-foundation';
import type Database from '@nocobase/database';
import type { Model, Transaction } from '@nocobase/database';

/** A post type that becomes (or stops being) single-seat takes its posts along; where two already share a seat, the database refuses. */
export const takeSeatsAlong =
  (db: Database) =>
  async (type: Model, { transaction }: { transaction?: Transaction }): Promise<void> => {
    if (!type.changed('singleSeat' as never)) return;
    const seatKey = type.get('singleSeat') ? `"postTypeId"::text || ':' || "areaId"::text` : 'NULL';
    await execute({ db, transaction }, `UPDATE {hxPosts} SET "seatKey" = ${seatKey} WHERE "postTypeId" = :id`, {
      id: type.get('id'),
    });
  };
