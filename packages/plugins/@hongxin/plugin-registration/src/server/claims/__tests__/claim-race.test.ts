/** Whoever presses at once: a post never takes more people than it has places. */
import type { PluginFoundation } from '@hongxin/plugin-foundation';
import { app, reset } from '@test/server/harness';
import { PRIVACY_NOTICE } from '../../members/privacy-notice';
import { claim, openPost, step, stored } from '@test/server/registration/service';
import { buildTown, codes, list, type Town } from '@test/server/registration/town';

const CLAIMANTS = 200;
const PLACES = 20;

let town: Town;
let registrationIds: string[];

/** Members on the eastern roll, entered by the community: they need no accounts. */
async function membersOnRoll(count: number): Promise<string[]> {
  const { db } = app();
  const { transitions } = app().pm.get('@hongxin/plugin-foundation') as unknown as PluginFoundation;
  return db.sequelize.transaction(async (transaction) => {
    const drafts = Array.from({ length: count }, (_each, index) => ({
      personName: `党员${index}`,
      phone: `138${String(index).padStart(8, '0')}`,
      unitId: town.work.id,
      homeAreaId: town.building.id,
      consentVersion: PRIVACY_NOTICE.version,
    }));
    const rows = await db.getCollection('hxMemberRegistrations').model.bulkCreate(drafts, { transaction });
    const ids = rows.map((row) => String(row.get('id')));
    const actor = { userId: null, roles: [] };
    for (const transition of ['submit', 'accept'])
      await transitions.performMany({
        collection: 'hxMemberRegistrations',
        transition,
        items: ids.map((recordId) => ({ recordId, actor })),
        transaction,
      });
    return ids;
  });
}

beforeAll(async () => {
  await reset();
  town = await buildTown();
  registrationIds = await membersOnRoll(CLAIMANTS);
});

it(`takes exactly ${PLACES} of ${CLAIMANTS} simultaneous claims, and tells the others`, async () => {
  const post = await openPost(town, { headCount: PLACES });
  const answers = await Promise.all(
    registrationIds.map((registrationId) => claim(town.community, { postId: post.id, registrationId })),
  );
  const taken = answers.filter(({ status }) => status === 200);
  const refused = answers.filter(({ status }) => status !== 200);
  expect(taken).toHaveLength(PLACES);
  expect(new Set(refused.map((answer) => `${answer.status} ${codes(answer).join()}`))).toEqual(
    new Set(['400 PLACES_TAKEN']),
  );
  expect(refused[0].body.errors?.[0].message).toContain(String(PLACES));
  expect((await stored(town, 'hxServicePosts', post.id)).claimedCount).toBe(PLACES);
  expect(await list(town.administrator, 'hxClaims', { filter: { postId: post.id } })).toHaveLength(PLACES);
});

it('gives a place once, when the same member presses many times', async () => {
  const post = await openPost(town, { headCount: PLACES });
  const presses = Array.from({ length: 10 }, () =>
    claim(town.community, { postId: post.id, registrationId: registrationIds[0] }),
  );
  const answers = await Promise.all(presses);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect((await stored(town, 'hxServicePosts', post.id)).claimedCount).toBe(1);
});

it('gives freed places to others, one each, while claims and withdrawals cross', async () => {
  const post = await openPost(town, { headCount: 5 });
  const first = await Promise.all(
    registrationIds.slice(0, 5).map((registrationId) => claim(town.community, { postId: post.id, registrationId })),
  );
  const crossing = await Promise.all([
    ...first
      .slice(0, 3)
      .map(({ body }) => step(town.community, 'hxClaims', body.data.id, 'cancel', { opinion: '改期' })),
    ...registrationIds.slice(5, 25).map((registrationId) => claim(town.community, { postId: post.id, registrationId })),
  ]);
  expect(crossing).toHaveLength(23);
  const live = await list(town.administrator, 'hxClaims', { filter: { postId: post.id, state: 'claimed' } });
  const { claimedCount } = await stored(town, 'hxServicePosts', post.id);
  expect(claimedCount).toBe(live.length);
  expect(live.length).toBeLessThanOrEqual(5);
});
