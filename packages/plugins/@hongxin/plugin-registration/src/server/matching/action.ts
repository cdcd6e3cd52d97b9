import type { Context, Next } from '@nocobase/actions';
import { currentIdentity, refuse } from '@hongxin/plugin-foundation';
import { select } from '@hongxin/plugin-governance';
import {
  chinaDay,
  chinaYear,
  MATCH_GROUNDS,
  mergeRanges,
  subtreeRange,
  type Language,
  type MatchGround,
  type MatchWish,
} from '@hongxin/rules';
import { NEEDS, SERVICE_CLASS_DICTIONARY } from '../constants';
import { AVAILABLE_TIME_CHOICES } from '../choices';
import { matchCandidates, type MemberScope } from './candidates';
import { propose, type Proposal } from './propose';

/** One proposal, as the client shows it. */
export interface ProposalAnswer {
  id: string;
  title: string;
  note: string | null;
  score: number;
  reasons: string[];
}

export interface MatchesAnswer {
  resources: ProposalAnswer[];
  posts: ProposalAnswer[];
  members: ProposalAnswer[];
}

interface NeedRow {
  serviceClass: string | null;
  skills: string[];
  times: string[];
  areaCode: string;
  wantedBy: string | null;
}

/**
 * `hxNeeds:matches/<id>`: what may help with a need and why, for those in charge of it. Members are named within the
 * caller's own areas only.
 */
export async function matchesAction(ctx: Context, next: Next): Promise<void> {
  const id = String(ctx.action.params.filterByTk ?? '');
  const members = await scopeOfMembers(ctx, id);
  const scope = { db: ctx.db };
  const [need] = await select<NeedRow>(
    scope,
    `SELECT d.code AS "serviceClass", coalesce(n.skills, '[]'::jsonb) AS skills, coalesce(n.times, '[]'::jsonb) AS times,
       n."areaCode", n."wantedBy"::text AS "wantedBy"
     FROM {hxNeeds} n LEFT JOIN {hxDictionaryItems} d ON d.id = n."serviceClassId" WHERE n.id = :id`,
    { id },
  );
  if (!need) throw refuse(404, 'RECORD_NOT_FOUND');
  const now = new Date();
  const wish: MatchWish = { ...need };
  const proposals = propose(wish, await matchCandidates(wish, members, now, chinaYear(now), scope), chinaDay(now));
  const language: Language = ctx.get('x-locale').toLowerCase().startsWith('en') ? 'en' : 'zh';
  const titles = await titlesOf(ctx, language);
  const shown = (each: Proposal): ProposalAnswer => ({
    id: each.candidate.id,
    title: each.candidate.title,
    note: each.candidate.note,
    score: each.score,
    reasons: each.grounds.map((ground) => groundText(ground, language, titles)),
  });
  const body: MatchesAnswer = {
    resources: proposals.resource.map(shown),
    posts: proposals.post.map(shown),
    members: proposals.member.map(shown),
  };
  ctx.body = body;
  await next();
}

/** @throws Refusal 403 when the caller has no part in handling needs, 404 when the need is not theirs to see */
async function scopeOfMembers(ctx: Context, id: string): Promise<MemberScope> {
  const identity = currentIdentity();
  const mayHandle = identity?.isAdministrator || ctx.can({ resource: 'hxMemberRegistrations', action: 'list' });
  const isInCharge =
    identity?.isAdministrator || identity?.roles.some((role) => role === 'hx-city' || role === 'hx-official');
  if (!identity || !mayHandle || !isInCharge) throw refuse(403, 'NOT_PERMITTED');
  if (!/^[0-9]{1,19}$/.test(id)) throw refuse(400, 'ID_INVALID', { id: id.slice(0, 50) });
  const isEverywhere = identity.isAdministrator || identity.roles.includes('hx-city');
  const ranges = isEverywhere
    ? null
    : mergeRanges(
        identity.areaGrants.filter(({ role }) => role === 'hx-official').map(({ areaCode }) => subtreeRange(areaCode)),
      );
  const within = (column: string): MemberScope => {
    if (ranges === null) return { sql: 'TRUE', replacements: {} };
    if (ranges.length === 0) return { sql: 'FALSE', replacements: {} };
    const replacements = Object.fromEntries(
      ranges.flatMap(({ from, to }, index) => [
        [`from${index}`, from],
        [`to${index}`, to],
      ]),
    );
    const parts = ranges.map((_range, index) => `(${column} >= :from${index} AND ${column} < :to${index})`);
    return { sql: `(${parts.join(' OR ')})`, replacements };
  };
  const own = within('"areaCode"');
  const found = await select({ db: ctx.db }, `SELECT 1 AS one FROM {${NEEDS}} WHERE id = :id AND ${own.sql}`, {
    id,
    ...own.replacements,
  });
  if (found.length === 0) throw refuse(404, 'RECORD_NOT_FOUND');
  return within('m."areaCode"');
}

/** Titles of classes, skills and times, as the administrator named them. */
async function titlesOf(ctx: Context, language: Language): Promise<ReadonlyMap<string, string>> {
  const rows = await select<{ code: string; title: string; titleEn: string | null }>(
    { db: ctx.db },
    'SELECT code, title, "titleEn" FROM {hxDictionaryItems} WHERE dictionary = :dictionary',
    { dictionary: SERVICE_CLASS_DICTIONARY },
  );
  const classes = rows.map(({ code, title, titleEn }) => [code, (language === 'en' && titleEn) || title] as const);
  const skills = choicesOf(ctx, NEEDS, 'skills');
  const times = AVAILABLE_TIME_CHOICES.map(({ value, label }) => [value, label] as const);
  return new Map([...times, ...skills, ...classes]);
}

function choicesOf(ctx: Context, collection: string, field: string): (readonly [string, string])[] {
  const { uiSchema } = (ctx.db.getCollection(collection)?.getField(field)?.options ?? {}) as {
    uiSchema?: { enum?: { value: string; label: string }[] };
  };
  return (uiSchema?.enum ?? []).map(({ value, label }) => [value, label] as const);
}

function groundText({ code, items }: MatchGround, language: Language, titles: ReadonlyMap<string, string>): string {
  const named = items.map((item) => titles.get(item) ?? item).join(language === 'zh' ? '、' : ', ');
  return MATCH_GROUNDS[code][language].replace('{{items}}', named);
}
