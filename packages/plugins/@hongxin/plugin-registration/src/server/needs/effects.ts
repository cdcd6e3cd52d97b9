import { type TransitionContext, keyOf, selectRows, accountOf, systemFor } from '@hongxin/plugin-foundation';
import type { Model } from '@nocobase/database';
import { CO_PROJECTS, NEEDS } from '../constants';
import type { Services } from '@hongxin/plugin-foundation';

type Performing = Pick<Services, 'perform'>;
type Effect = (context: TransitionContext) => Promise<void>;

export const keepReview: Effect = async (context) => {
  const { record, opinion } = context;
  record.set({ reviewerId: accountOf(context), ...(opinion ? { reviewOpinion: opinion } : {}) });
};

export const keepClosing: Effect = async ({ record, now }) => {
  record.set({ closedAt: now });
};

/** Moves the need of a record along, when it is in a state where the step makes sense. */
export function moveNeed(
  { perform }: Performing,
  transition: string,
  from: readonly string[],
  valuesOf: (record: Model) => Record<string, unknown> = () => ({}),
): Effect {
  return async (context) => {
    const { db, record, transaction, now, opinion } = context;
    const needId = keyOf(record, 'needId');
    if (needId === null) return;
    const sql = 'SELECT state FROM {hxNeeds} WHERE id = :needId FOR NO KEY UPDATE';
    const [need] = await selectRows<{ state: string }>({ db, transaction }, sql, { needId });
    if (!need || !from.includes(need.state)) return;
    await perform({
      collection: NEEDS,
      recordId: needId,
      transition,
      values: valuesOf(record),
      opinion,
      actor: systemFor(context),
      transaction,
      now,
    });
  };
}

/** The rating of a need is the rating of the project that met it. */
export function rateProjectOfNeed({ perform }: Performing): Effect {
  return async (context) => {
    const { db, record, transaction, now } = context;
    const rows = await selectRows<{ id: string }>(
      { db, transaction },
      `SELECT id::text AS id FROM {hxCoProjects} WHERE "needId" = :needId AND state = 'awaitingRating'`,
      { needId: record.get('id') },
    );
    const values = { satisfaction: record.get('satisfaction'), ratingComment: record.get('ratingComment') };
    for (const { id } of rows)
      await perform({
        collection: CO_PROJECTS,
        recordId: id,
        transition: 'rate',
        values,
        actor: systemFor(context),
        transaction,
        now,
      });
  };
}
