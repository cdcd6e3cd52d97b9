import { execute } from '@hongxin/plugin-foundation';
import { Migration } from '@nocobase/server';
import { SERVED_AT } from '../claims/year';

/**
 * Claims were counted in the year in which they were made, their hours in the year of service; and a signature that a
 * community gave for a unit without liaison looked like the unit's own. Both are put right from what is on record. Safe
 * to repeat.
 */
export default class YearsOfService extends Migration {
  on = 'afterLoad' as const;

  async up(): Promise<void> {
    if (!this.db.hasCollection('hxClaims')) return;
    const scope = { db: this.db };
    await execute(
      scope,
      `UPDATE {hxClaims} c SET year = v.year
       FROM (SELECT c.id, extract(year FROM ${SERVED_AT} AT TIME ZONE 'Asia/Shanghai')::int AS year FROM {hxClaims} c) v
       WHERE v.id = c.id AND v.year IS NOT NULL AND c.year IS DISTINCT FROM v.year
         AND (c."postId" IS NOT NULL OR c.state = 'served')
         -- what an issued year has counted stays in it, and an issued year counts nothing more
         AND NOT EXISTS (SELECT 1 FROM {hxYearFeedbacks} f
           WHERE f."personId" = c."personId" AND f.state = 'issued' AND f.year IN (c.year, v.year))`,
    );
    await execute(
      scope,
      `UPDATE {hxYearFeedbacks} f SET "isSignedFor" = true
       WHERE f."signedAt" IS NOT NULL AND f."isSignedFor" IS NOT TRUE AND (
         SELECT e.transition FROM {hxEvents} e
         WHERE e."collectionName" = 'hxYearFeedbacks' AND e."recordId" = f.id::text AND e.transition IN ('sign', 'signFor')
         ORDER BY e.at DESC, e.id DESC LIMIT 1) = 'signFor'`,
    );
  }
}
