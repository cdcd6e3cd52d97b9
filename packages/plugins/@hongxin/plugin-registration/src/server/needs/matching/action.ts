import type { Context } from '@nocobase/actions';
import { action, clock, translatedTitle, selectRows } from '@hongxin/plugin-foundation';
import { chinaDay, chinaYear, type Language } from '@hongxin/rules/mechanism';
import { MATCH_GROUNDS, type MatchGround } from '@hongxin/rules/registration';
import { NEEDS, SERVICE_CLASS_DICTIONARY } from '../../constants';
import { AVAILABLE_TIME_CHOICES } from '../../common/choices';
import type { InvitationState, MatchesAnswer, ProposalAnswer } from '../../../shared/matching';
import { invitedUsers } from '../inviting/invited';
import { matchCandidates } from './candidates';
import { propose, type Proposal } from './propose';
import { isInChargeOf, MEMBERS_SEEN, scopeOfMembers } from './scope';
import { readWish } from './wish';

function invitationOf({ candidate: { kind, userId } }: Proposal, invited: ReadonlySet<string>): InvitationState {
  if (kind === 'post') return null;
  if (userId === null) return 'unreachable';
  return invited.has(userId) ? 'sent' : 'open';
}

/**
 * `hxNeeds:matches/<id>`: what may help with a need and why, for those in charge of it. Members are named within the
 * caller's own areas only.
 */
export const matchesAction = action({ right: MEMBERS_SEEN, record: true }, async ({ ctx, id }) => {
  const members = scopeOfMembers(ctx);
  const scope = { db: ctx.db };
  const need = await readWish(id, scope);
  const now = clock.now();
  const proposals = propose(need, await matchCandidates(need, members, now, chinaYear(now), scope), chinaDay(now));
  const mayInvite = need.state === 'published' && (await isInChargeOf(ctx, id));
  const invited = mayInvite ? await invitedUsers(id, scope) : new Set<string>();
  const language: Language = ctx.get('x-locale').toLowerCase().startsWith('en') ? 'en' : 'zh';
  const titles = await titlesOf(ctx, language);
  const shown = (each: Proposal): ProposalAnswer => ({
    id: each.candidate.id,
    title: each.candidate.title,
    note: each.candidate.note,
    score: each.score,
    reasons: each.grounds.map((ground) => groundText(ground, language, titles)),
    invitation: mayInvite ? invitationOf(each, invited) : null,
  });
  const answer: MatchesAnswer = {
    resources: proposals.resource.map(shown),
    posts: proposals.post.map(shown),
    members: proposals.member.map(shown),
  };
  return answer;
});

/** Titles of classes, skills and times, as the administrator named them. */
async function titlesOf(ctx: Context, language: Language): Promise<ReadonlyMap<string, string>> {
  const rows = await selectRows<{ code: string; title: string; titleEn: string | null }>(
    { db: ctx.db },
    'SELECT code, title, "titleEn" FROM {hxDictionaryItems} WHERE dictionary = :dictionary',
    { dictionary: SERVICE_CLASS_DICTIONARY },
  );
  const classes = rows.map(({ code, title, titleEn }) => [code, (language === 'en' && titleEn) || title] as const);
  const skills = choicesOf(ctx, NEEDS, 'skills');
  const times = AVAILABLE_TIME_CHOICES.map(({ value, label }) => [value, shownTo(ctx, label)] as const);
  return new Map([...times, ...skills, ...classes]);
}

function choicesOf(ctx: Context, collection: string, field: string): (readonly [string, string])[] {
  const { uiSchema } = (ctx.db.getCollection(collection)?.getField(field)?.options ?? {}) as {
    uiSchema?: { enum?: { value: string; label: string }[] };
  };
  return (uiSchema?.enum ?? []).map(({ value, label }) => [value, shownTo(ctx, label)] as const);
}

const shownTo = (ctx: Context, label: string): string => translatedTitle(ctx, label) ?? label;

function groundText({ code, items }: MatchGround, language: Language, titles: ReadonlyMap<string, string>): string {
  const named = items.map((item) => titles.get(item) ?? item).join(language === 'zh' ? '、' : ', ');
  return MATCH_GROUNDS[code][language].replace('{{items}}', named);
}
