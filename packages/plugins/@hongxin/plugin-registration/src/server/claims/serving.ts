import { chinaMoment, type Reason } from '@hongxin/rules/mechanism';
import { type TransitionContext, keyOf, selectRows } from '@hongxin/plugin-foundation';
import { registrationReason } from '../reasons';
import { readTarget } from './targets';
import { projectIsOver } from '../service-records/activities';
import { isNotOwn } from '../service-records/effects';

/**
 * 认定完成 of a member's claim says that hours were verified, and so needs them, whoever presses it; a unit, whose people
 * are not counted one by one, has served when the activity is over. Nobody says it of themselves.
 */
export async function hasBeenServed(context: TransitionContext): Promise<Reason[]> {
  const { db, record, transaction, now, actor } = context;
  const scope = { db, transaction };
  if (keyOf(record, 'personId') !== null) {
    const [verified] = await selectRows(
      scope,
      `SELECT 1 AS one FROM {hxServiceRecords} WHERE "claimId" = :id AND state = 'verified' AND "reversesId" IS NULL
       AND "reversedAt" IS NULL AND minutes > 0 LIMIT 1`,
      { id: record.get('id') },
    );
    return [
      ...(verified ? [] : [registrationReason('CLAIM_WITHOUT_HOURS')]),
      // what follows from hours that others have verified is nobody's own doing
      ...(actor.userId === null ? [] : await isNotOwn(context)),
    ];
  }
  const projectId = keyOf(record, 'projectId');
  const kind = projectId === null ? 'post' : 'project';
  const target = await readTarget(kind, projectId ?? keyOf(record, 'postId') ?? '', scope);
  if (!target?.endsAt) return [];
  const isOver = projectId === null ? new Date(target.endsAt) <= now : projectIsOver({ projectId }, target).length > 0;
  const params = { title: target.title, endsAt: chinaMoment(new Date(target.endsAt)) };
  return isOver ? [] : [registrationReason('CLAIM_ACTIVITY_NOT_OVER', params)];
}
