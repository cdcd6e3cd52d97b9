import { type PartyDeclaration, type PartyResolver, keyOf, selectRows } from '@hongxin/plugin-foundation';
import type { Model } from '@nocobase/database';

/** Who raised the need that a project meets: those served rate it. */
const raiserOfNeed: PartyResolver = async (record, actor, transaction) => {
  const needId = keyOf(record, 'needId');
  if (needId === null || actor.userId === null) return false;
  const { db } = (record.constructor as typeof Model).collection;
  const sql = 'SELECT 1 AS one FROM {hxNeeds} WHERE id = :needId AND "ownerId" = :userId';
  return (await selectRows({ db, transaction }, sql, { needId, userId: actor.userId })).length > 0;
};

export const LISTS_PARTIES: Readonly<Record<string, PartyDeclaration>> = { raiserOfNeed: { is: raiserOfNeed } };
