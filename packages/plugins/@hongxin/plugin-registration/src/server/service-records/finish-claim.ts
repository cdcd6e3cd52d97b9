import { keyOf, selectRows, type Services } from '@hongxin/plugin-foundation';
import type { Model, Transaction } from '@nocobase/database';
import { CLAIMS } from '../constants';

/** A record entered by itself hands in its claim, so that the same service is not entered twice. */
export const finishClaim =
  ({ db, perform }: Services) =>
  async (record: Model, { transaction }: { transaction?: Transaction }): Promise<void> => {
    const claimId = keyOf(record, 'claimId');
    if (claimId === null || keyOf(record, 'reversesId') !== null) return;
    const sql = 'SELECT state FROM {hxClaims} WHERE id = :claimId';
    const [claim] = await selectRows<{ state: string }>({ db, transaction }, sql, { claimId });
    if (claim?.state !== 'claimed' && claim?.state !== 'checkedIn') return;
    const ownerId = keyOf(record, 'createdById') ?? keyOf(record, 'ownerId');
    const actor = { userId: null, roles: [], onBehalfOfId: ownerId === null ? null : Number(ownerId) };
    await perform({ collection: CLAIMS, recordId: claimId, transition: 'finish', actor, transaction });
  };
