import type { Context } from '@nocobase/actions';
import {
  action,
  body,
  clock,
  foundationOf,
  Refusal,
  refuse,
  runAsSystem,
  tellUser,
  selectRows,
  type Scope,
} from '@hongxin/plugin-foundation';
import { chinaDay, chinaYear } from '@hongxin/rules/mechanism';
import { matchNeed } from '@hongxin/rules/registration';
import { NEEDS } from '../../constants';
import type { InvitationAnswer } from '../../../shared/matching';
import { matchCandidates, type Candidate, type MemberScope } from '../matching/candidates';
import { isInChargeOf, MEMBERS_SEEN, scopeOfMembers } from '../matching/scope';
import { readWish, type NeedWish } from '../matching/wish';
import { needAddress, SERVICE_CHANNEL } from '../notices';
import { registrationReason } from '../../reasons';
import { INVITE, invitedUsers } from './invited';

const KINDS = {
  member: { zh: '在职党员', en: 'a member' },
  resource: { zh: '单位资源', en: 'a resource of a unit' },
} as const;
type InvitedKind = keyof typeof KINDS;

const INVITE_WHOM = {
  kind: body.choice({ zh: '邀请对象的类型', en: 'kind of invitee' }, KINDS),
  candidateId: body.id({ zh: '邀请对象', en: 'invitee' }),
};

interface Invitation extends InvitationAnswer {
  userId: string;
  need: NeedWish;
  candidate: Candidate;
}

/**
 * `hxNeeds:invite/<id>` with `{ kind, candidateId }`: invites a proposed member, or the liaison of a proposed resource's
 * unit, to a published need; each person once. For those in charge of the need, and only whom they are proposed.
 */
export const inviteAction = action({ right: MEMBERS_SEEN, record: true, body: INVITE_WHOM }, async (call) => {
  const { ctx, id: needId, body: asked, userId: actorId } = call;
  const members = scopeOfMembers(ctx);
  const invitation = await ctx.db.sequelize.transaction(async (transaction) => {
    const scope = { db: ctx.db, transaction };
    // whoever invites to the same need at the same moment waits, and then reads who has been invited
    await selectRows(scope, `SELECT id FROM {${NEEDS}} WHERE id = :needId FOR NO KEY UPDATE`, { needId });
    const need = await readWish(needId, scope);
    if (!(await isInChargeOf(ctx, needId, transaction))) throw refuse(403, 'NOT_PERMITTED');
    if (need.state !== 'published')
      throw new Refusal(400, [registrationReason('INVITE_NEED_NOT_PUBLISHED', { title: need.title })]);
    const candidate = await proposed(need, asked, members, scope);
    const { userId } = candidate;
    if (userId === null)
      throw new Refusal(400, [registrationReason('INVITEE_UNREACHABLE', { title: candidate.title })]);
    const isRepeated = (await invitedUsers(needId, scope)).has(userId);
    if (!isRepeated) {
      const about = { collectionName: NEEDS, recordId: needId, transition: INVITE };
      const details = { ...asked, inviteeId: userId };
      await runAsSystem(() => foundationOf(ctx.app).events.append({ ...about, actorId, details }, transaction));
    }
    return { isRepeated, isTold: false, userId, need, candidate };
  });
  const answer: InvitationAnswer = {
    isRepeated: invitation.isRepeated,
    isTold: !invitation.isRepeated && (await tell(ctx, needId, invitation)),
  };
  return answer;
});

/**
 * The candidate as the caller is proposed them: within the members they may see, and fitting the need.
 * @throws Refusal 400 for everybody else, whether there is such a person or not
 */
async function proposed(
  need: NeedWish,
  { kind, candidateId }: { kind: InvitedKind; candidateId: string },
  members: MemberScope,
  scope: Scope,
): Promise<Candidate> {
  const now = clock.now();
  const candidates = await matchCandidates(need, members, now, chinaYear(now), scope);
  const found = candidates.find((each) => each.kind === kind && each.id === candidateId);
  if (!found || !matchNeed(need, found, chinaDay(now)))
    throw new Refusal(400, [registrationReason('INVITEE_NOT_PROPOSED')]);
  return found;
}

async function tell(ctx: Context, needId: string, { userId, need, candidate }: Invitation): Promise<boolean> {
  const isResource = candidate.kind === 'resource';
  const by = need.wantedBy;
  const lines = [
    { zh: `${need.title}${by ? `（希望 ${by} 前完成）` : ''}`, en: `${need.title}${by ? ` (wanted by ${by})` : ''}` },
    ...(isResource
      ? [
          {
            zh: `贵单位的资源“${candidate.title}”适合这项需求。`,
            en: `Your unit's resource "${candidate.title}" fits this need.`,
          },
        ]
      : []),
    { zh: '点开可以查看并认领。', en: 'Open it to see and claim it.' },
  ];
  const title = { zh: '社区邀请您参与一项居民需求', en: 'Your community invites you to help with a need' };
  const notice = { userId: Number(userId), title, lines, address: needAddress(needId) };
  try {
    return await tellUser(ctx.app, SERVICE_CHANNEL, notice);
  } catch (error) {
    // the invitation stands and is in the log; who invites is told to call
    ctx.app.logger.error(`invitation to need ${needId}: ${(error as Error).message}`, {
      stack: (error as Error).stack,
    });
    return false;
  }
}
