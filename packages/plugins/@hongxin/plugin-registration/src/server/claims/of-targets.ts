import { type TransitionContext, selectRows, systemFor } from '@hongxin/plugin-foundation';
import { CLAIMS } from '../constants';
import type { Services } from '@hongxin/plugin-foundation';
import type { TargetKind } from './targets';

type Performing = Pick<Services, 'performMany'>;

/** Moves the claims of a post or project that are in some states, all at once. @param which further SQL condition */
export function moveClaims(
  { performMany }: Performing,
  kind: TargetKind,
  transition: string,
  states: readonly string[],
  which = 'TRUE',
) {
  return async (context: TransitionContext): Promise<void> => {
    const { db, record, transaction, now, opinion } = context;
    const rows = await selectRows<{ id: string }>(
      { db, transaction },
      `SELECT c.id::text AS id FROM {hxClaims} c WHERE c."${kind}Id" = :id AND c.state IN (:states) AND ${which} ORDER BY c.id`,
      { id: record.get('id'), states },
    );
    const actor = systemFor(context);
    const items = rows.map(({ id }) => ({ recordId: id, actor, now, opinion }));
    await performMany({ collection: CLAIMS, transition, items, transaction });
  };
}

/** Claims of a project with hours that count. */
export const HAS_SERVED = `EXISTS (SELECT 1 FROM {hxServiceRecords} s WHERE s."claimId" = c.id AND s.state = 'verified')`;
