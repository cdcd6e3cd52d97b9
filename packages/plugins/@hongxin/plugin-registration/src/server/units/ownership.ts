import type Database from '@nocobase/database';
import type { Model, Transaction } from '@nocobase/database';
import { execute, Refusal, selectRows } from '@hongxin/plugin-foundation';
import { registrationReason } from '../reasons';

interface HookOptions {
  transaction?: Transaction;
}

/** Columns of a unit's records that hold its liaison's account; a record a member owns stays the member's. */
const OF_LIAISON: readonly [table: string, column: string, which: string][] = [
  // those never submitted have no liaison yet
  ['hxMemberRegistrations', 'unitLiaisonId', 'number IS NOT NULL'],
  ['hxUnitRegistrations', 'ownerId', 'TRUE'],
  ['hxCoProjects', 'ownerId', 'TRUE'],
  ['hxResources', 'ownerId', 'TRUE'],
  ['hxClaims', 'ownerId', '"registrationId" IS NULL'],
  ['hxYearFeedbacks', 'unitLiaisonId', 'TRUE'],
  ['hxYearFeedbacks', 'ownerId', `subject = 'unit'`],
];

/** Columns of a person's records that hold the person's account. */
const OF_PERSON: readonly [table: string, which: string][] = [
  ['hxMemberRegistrations', 'TRUE'],
  ['hxClaims', '"registrationId" IS NOT NULL'],
  ['hxServiceRecords', 'TRUE'],
  ['hxYearFeedbacks', `subject = 'member'`],
];

/**
 * Who opens an account finds there what was registered for them before (from Excel, by the community); with another
 * account the one before keeps nothing of it.
 */
export const followPerson =
  (db: Database) =>
  async (person: Model, { transaction }: HookOptions): Promise<void> => {
    if (!person.changed('userId' as never)) return;
    const values = {
      personId: person.get('id'),
      userId: person.get('userId') ?? null,
      before: (person.previous('userId' as never) as unknown) ?? null,
    };
    for (const [table, which] of OF_PERSON)
      await execute(
        { db, transaction },
        `UPDATE {${table}} SET "ownerId" = :userId
       WHERE "personId" = :personId AND ${which} AND ("ownerId" IS NULL OR "ownerId" IS NOT DISTINCT FROM :before)`,
        values,
      );
  };

/** A new liaison takes over everything of the unit, and the one before keeps nothing of it. */
export const handOver =
  (db: Database) =>
  async (unit: Model, { transaction }: HookOptions): Promise<void> => {
    const liaisonId = unit.get('liaisonId') as number | null;
    const values = { liaisonId, unitId: unit.get('id') };
    for (const [table, column, which] of OF_LIAISON)
      await execute(
        { db, transaction },
        `UPDATE {${table}} SET "${column}" = :liaisonId
       WHERE "unitId" = :unitId AND ${which} AND "${column}" IS DISTINCT FROM :liaisonId`,
        values,
      );
  };

/** A unit that has registrations stays. */
export const keepUsed =
  (db: Database) =>
  async (unit: Model, { transaction }: HookOptions): Promise<void> => {
    const [{ count }] = await selectRows<{ count: number }>(
      { db, transaction },
      `SELECT ((SELECT count(*) FROM {hxMemberRegistrations} WHERE "unitId" = :unitId)
       + (SELECT count(*) FROM {hxUnitRegistrations} WHERE "unitId" = :unitId))::int AS count`,
      { unitId: unit.get('id') },
    );
    if (count > 0)
      throw new Refusal(400, [registrationReason('UNIT_IN_USE', { name: String(unit.get('name')), count })]);
  };
