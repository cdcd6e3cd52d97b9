import type { PostRow } from '../../city/services';
import { insertRows } from '../bulk-insert';
import { performAll } from '../perform-all';
import type { StageContext } from '../stage';

/** Posts, who claimed them, the hours they entered and what the host verified. @returns how many posts */
export async function loadPosts(posts: readonly PostRow[], context: StageContext): Promise<number> {
  const { app, transaction, references } = context;
  const rows = await Promise.all(
    posts.map(async ({ theme, areaCode, title, location, startsAt, endsAt, headCount, draftedAt }) => ({
      title,
      serviceClassId: await references.dictionaryItem('servicePostClass', theme.serviceClass),
      areaId: await references.area(areaCode),
      location,
      startsAt,
      endsAt,
      headCount,
      skills: theme.skills,
      createdAt: draftedAt,
    })),
  );
  const ids = await insertRows(app.db, 'hxServicePosts', rows, transaction);
  const walk = (transition: string, at: (post: PostRow) => string | null) =>
    posts.map((post, index) => {
      const moment = at(post);
      return { recordId: ids[index], steps: moment === null ? [] : [{ transition, at: moment }] };
    });
  await performAll(
    'hxServicePosts',
    'publish',
    walk('publish', ({ draftedAt }) => draftedAt),
    context,
  );
  await loadClaims(posts, ids, context);
  await performAll(
    'hxServicePosts',
    'close',
    walk('close', ({ closedAt }) => closedAt),
    context,
  );
  return posts.length;
}

async function loadClaims(posts: readonly PostRow[], postIds: readonly string[], context: StageContext): Promise<void> {
  const { app, transaction, references } = context;
  const registrations = await registrationsByPerson(context);
  const claims = posts.flatMap((post, index) => post.claims.map((claim) => ({ ...claim, postId: postIds[index] })));
  const rows = await Promise.all(
    claims.map(async ({ personKey, claimedAt, postId }) => ({
      postId,
      registrationId: registrations.get(await references.person(personKey)),
      claimedAt: new Date(claimedAt),
      createdAt: claimedAt,
    })),
  );
  const ids = await insertRows(app.db, 'hxClaims', rows, transaction);
  const served = claims.flatMap(({ service }, index) => (service ? [{ claimId: ids[index], service }] : []));
  await performAll(
    'hxClaims',
    'supplement',
    served.map(({ claimId, service: { startsAt, endsAt, at } }) => {
      const values = { serviceStartsAt: startsAt, serviceEndsAt: endsAt, serviceContent: '按岗位要求完成服务' };
      return { recordId: claimId, steps: [{ transition: 'supplement', at, values }] };
    }),
    context,
  );
  const records = await recordsByClaim(
    served.map(({ claimId }) => claimId),
    context,
  );
  const verified = served.flatMap(({ claimId, service: { verifiedAt, rating } }) => {
    const recordId = records.get(claimId);
    const values = { rating };
    return verifiedAt === null || recordId === undefined
      ? []
      : [{ recordId, steps: [{ transition: 'verify', at: verifiedAt, values }] }];
  });
  await performAll('hxServiceRecords', 'verify', verified, context);
}

/** Registrations on a roll, by the person's id. */
async function registrationsByPerson({ app, transaction }: StageContext): Promise<Map<string, string>> {
  const rows = await app.db.getModel('hxMemberRegistrations').findAll({
    attributes: ['id', 'personId'],
    where: { state: ['accepted', 'onRoll'] },
    raw: true,
    transaction,
  });
  return new Map(
    (rows as unknown as { id: string; personId: string }[]).map((row) => [String(row.personId), String(row.id)]),
  );
}

async function recordsByClaim(
  claimIds: readonly string[],
  { app, transaction }: StageContext,
): Promise<Map<string, string>> {
  const rows = await app.db.getModel('hxServiceRecords').findAll({
    attributes: ['id', 'claimId'],
    where: { claimId: [...claimIds] },
    raw: true,
    transaction,
  });
  return new Map(
    (rows as unknown as { id: string; claimId: string }[]).map((row) => [String(row.claimId), String(row.id)]),
  );
}
