import { reasonsOf } from '@hongxin/rules/mechanism';
import { checkCertifier } from '@hongxin/rules/registration';
import { type TransitionContext, keyOf, selectRows, accountOf } from '@hongxin/plugin-foundation';

/** Whether who acts is who served: the same account, or the account of the same person. */
export async function isOwnService(context: TransitionContext): Promise<boolean> {
  const { db, record, transaction } = context;
  const actorId = accountOf(context);
  const [person] = await selectRows<{ userId: string | null }>(
    { db, transaction },
    'SELECT "userId"::text AS "userId" FROM {hxPersons} WHERE id = :personId',
    { personId: keyOf(record, 'personId') },
  );
  const accounts = [keyOf(record, 'ownerId'), person?.userId ?? null];
  return accounts.some((account) => account !== null && reasonsOf(checkCertifier(actorId, Number(account))).length > 0);
}
