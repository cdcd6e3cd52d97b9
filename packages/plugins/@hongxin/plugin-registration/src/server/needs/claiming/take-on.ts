import type { Context } from '@nocobase/actions';
import {
  action,
  body,
  clock,
  Refusal,
  refuse,
  runAsSystem,
  tellUser,
  selectRows,
  type Scope,
} from '@hongxin/plugin-foundation';
import { chinaMoment, type LocalizedText } from '@hongxin/rules/mechanism';
import type { Transaction } from '@nocobase/database';
import { CLAIMS, SERVICE_POSTS } from '../../constants';
import type { OwnAction, Services } from '@hongxin/plugin-foundation';
import { SERVICE_CHANNEL } from '../notices';
import { registrationReason } from '../../reasons';
import { rollEntryOfUser } from '../../members/on-roll';
import { claimantOf } from './claimant';

/** Longest service that a member announces by themselves [default: a working day]. */
const LONGEST_MS = 8 * 3_600_000;

interface NeedRow {
  title: string;
  state: string;
  serviceClassId: string | null;
  areaId: string;
  description: string | null;
  peopleWanted: number | null;
  reviewerId: string | null;
}

interface Period {
  startsAt: Date;
  endsAt: Date;
}

const TAKE_ON = {
  right: 'hxClaims:create',
  record: true,
  body: {
    startsAt: body.moment({ zh: '开始时间', en: 'beginning' }),
    endsAt: body.moment({ zh: '结束时间', en: 'end' }),
  },
} as const;

export interface TakenOn {
  postId: string;
  claimId: string;
}

/**
 * `hxNeeds:takeOn/<id>` with `{ startsAt, endsAt }`: a member on a roll takes on a published need that nobody has. The
 * system opens a post for it at that time, with as many places as people are wanted, and the member has the first;
 * others take the rest. The community, which hosts it, is told, and may cancel it like any post of its area.
 */
export const takeOnAction = (services: Services): OwnAction =>
  action(TAKE_ON, async ({ ctx, id, userId, body: asked }) => {
    if (claimantOf(ctx.app) !== 'member') throw refuse(403, 'NOT_PERMITTED');
    const times = requirePeriod(asked);
    const done = await ctx.db.sequelize.transaction(async (transaction) => {
      const scope = { db: ctx.db, transaction };
      const entry = await rollEntryOfUser(userId, scope);
      if (!entry) throw new Refusal(400, [registrationReason('NOT_ON_ROLL')]);
      const need = await lockOpenNeed(id, scope);
      const taken = await runAsSystem(() => openPost(ctx, services, { id, need, times, entry, userId, transaction }));
      return { need, taken, personName: entry.personName };
    });
    const begins = chinaMoment(times.startsAt);
    await tellReviewer(ctx, done.need, {
      zh: `${done.personName}：${done.need.title}，${begins} 开始`,
      en: `${done.personName}: ${done.need.title}, begins at ${begins}`,
    });
    const answer: TakenOn = done.taken;
    return answer;
  });

function requirePeriod({ startsAt, endsAt }: Period): Period {
  if (startsAt <= clock.now()) throw new Refusal(400, [registrationReason('TAKE_ON_PAST', {}, 'startsAt')]);
  if (endsAt <= startsAt) throw new Refusal(400, [registrationReason('POST_TIMES_REVERSED', {}, 'endsAt')]);
  if (endsAt.getTime() - startsAt.getTime() > LONGEST_MS)
    throw new Refusal(400, [registrationReason('TAKE_ON_TOO_LONG', {}, 'endsAt')]);
  return { startsAt, endsAt };
}

/** The need, held until the transaction ends: of two who take it on at once, the second reads that it is taken. */
async function lockOpenNeed(id: string, scope: Scope): Promise<NeedRow> {
  const [need] = await selectRows<NeedRow>(
    scope,
    `SELECT title, state, "serviceClassId"::text AS "serviceClassId", "areaId"::text AS "areaId", description, "peopleWanted",
       "reviewerId"::text AS "reviewerId" FROM {hxNeeds} WHERE id = :id FOR NO KEY UPDATE`,
    { id },
  );
  if (need?.state !== 'published')
    throw new Refusal(400, [registrationReason('NEED_NOT_OPEN', { title: need?.title ?? '—' })]);
  return need;
}

interface Order {
  id: string;
  need: NeedRow;
  times: Period;
  entry: { registrationId: string };
  userId: number;
  transaction: Transaction;
}

async function openPost(
  ctx: Context,
  services: Services,
  { id, need, times, entry, userId, transaction }: Order,
): Promise<TakenOn> {
  const values = {
    title: need.title,
    serviceClassId: need.serviceClassId === null ? null : Number(need.serviceClassId),
    description: need.description,
    areaId: Number(need.areaId),
    needId: Number(id),
    headCount: need.peopleWanted ?? 1,
    ...times,
  };
  const post = await ctx.db.getRepository(SERVICE_POSTS).create({ values, transaction, context: ctx });
  const postId = String(post.get('id'));
  await services.perform({
    collection: SERVICE_POSTS,
    recordId: postId,
    transition: 'publish',
    actor: { userId: null, roles: [], onBehalfOfId: userId },
    transaction,
  });
  const claimed = { postId: Number(postId), registrationId: Number(entry.registrationId) };
  const claim = await ctx.db.getRepository(CLAIMS).create({ values: claimed, transaction, context: ctx });
  return { postId, claimId: String(claim.get('id')) };
}

async function tellReviewer(ctx: Context, { reviewerId }: NeedRow, line: LocalizedText): Promise<void> {
  if (reviewerId === null) return;
  const opened = {
    zh: '已按本人选定的时间开设服务岗位；不合适请在“服务岗位”中取消并说明原因。',
    en: 'A post was opened at the time they chose; if it does not suit, cancel it under Posts and say why.',
  };
  const title = { zh: '有党员认领了居民需求', en: 'A member has taken on a need' };
  const notice = { userId: Number(reviewerId), title, lines: [line, opened] };
  await tellUser(ctx.app, SERVICE_CHANNEL, notice).catch((error: Error) =>
    ctx.app.logger.error(`telling of a need taken on: ${error.message}`, { stack: error.stack }),
  );
}
