import { type TransitionContext, keyOf, selectRows, textOf } from '@hongxin/plugin-foundation';

/**
 * What those served said belongs to the service, not to one entry of its hours: where hours were taken back and the
 * right ones are verified for the same claim and day, the rating and its comment go over to them.
 */
export async function keepRatingOfService({ db, record, transaction }: TransitionContext): Promise<void> {
  const claimId = keyOf(record, 'claimId');
  if (claimId === null || keyOf(record, 'reversesId') !== null || textOf(record, 'rating') !== null) return;
  const [reversed] = await selectRows<{ rating: string; comment: string | null }>(
    { db, transaction },
    `SELECT rating, "ratingComment" AS comment FROM {hxServiceRecords}
     WHERE "claimId" = :claimId AND "reversedAt" IS NOT NULL AND rating IS NOT NULL
       AND ("startsAt" AT TIME ZONE 'Asia/Shanghai')::date = (CAST(:startsAt AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date
     ORDER BY "reversedAt" DESC, id DESC LIMIT 1`,
    { claimId, startsAt: record.get('startsAt') as Date },
  );
  if (!reversed) return;
  const comment = textOf(record, 'ratingComment') ?? reversed.comment;
  record.set({ rating: reversed.rating, ratingComment: comment });
}
