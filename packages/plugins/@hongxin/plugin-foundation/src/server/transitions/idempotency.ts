import { createHash, randomUUID } from 'node:crypto';
import type Database from '@nocobase/database';
import type { Transaction } from '@nocobase/database';
import { refuse } from '../errors';

const KEY_MAX_LENGTH = 200;
/** How long an answer can be asked for again, in hours [default]. */
export const KEPT_HOURS = 48;

export interface StoredAnswer {
  status: number;
  body: unknown;
}

/** The answer a call under a key has to give: the earlier one, or a new one to be remembered. */
export type Claim = { answer: StoredAnswer } | { remember(answer: StoredAnswer): Promise<void> };

/**
 * Claims a key inside the caller's transaction. A second call with the same key waits on the unique row until the
 * first has committed, and then finds its answer; when the first was refused and rolled back, the second is on its own.
 * @throws Refusal 422 when the key stands for another request
 */
export async function claimKey(
  db: Database,
  request: { userId: number; key: string; content: unknown },
  transaction: Transaction,
): Promise<Claim> {
  const { userId, key } = request;
  if (!/^[\x21-\x7e]+$/.test(key) || key.length > KEY_MAX_LENGTH) {
    throw refuse(400, 'IDEMPOTENCY_KEY_INVALID', { max: KEY_MAX_LENGTH });
  }
  const requestHash = createHash('sha256')
    .update(JSON.stringify(sorted(request.content)))
    .digest('hex');
  const model = db.getModel('hxIdempotencyKeys');
  const claim = randomUUID();
  await model.bulkCreate([{ userId, key, requestHash, claim }], { ignoreDuplicates: true, transaction });
  const row = await model.findOne({ where: { userId, key }, transaction });
  if (!row) throw new Error('The row of an idempotency key vanished inside its transaction');
  if (row.get('claim') === claim) {
    return {
      remember: async ({ status, body }) => {
        await row.update({ responseStatus: status, responseBody: body }, { transaction });
      },
    };
  }
  if (row.get('requestHash') !== requestHash) throw refuse(422, 'IDEMPOTENCY_KEY_REUSED');
  return { answer: { status: Number(row.get('responseStatus')), body: row.get('responseBody') } };
}

/** Forgets answers nobody will ask for again. */
export async function purgeKeys(db: Database, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_HOURS * 3_600_000);
  return db
    .getRepository('hxIdempotencyKeys')
    .destroy({ filter: { createdAt: { $lt: before } }, individualHooks: false });
}

/** The same content in any order of keys. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}
