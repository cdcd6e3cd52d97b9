/** What an installation from before finds put right: the year of its claims, and who signed for whom. */
import { app, reset } from '@test/server/harness';
import { insert, served } from '@test/server/registration/service-tables';
import { buildTown, list, type Town } from '@test/server/registration/town';
import { onRoll, YEAR } from '@test/server/registration/year';

let town: Town;
beforeAll(async () => {
  await reset();
  town = await buildTown();
});

interface Migration {
  name: string;
  up(): Promise<void>;
}

/** As NocoBase finds it when it upgrades. */
async function migration(): Promise<Migration> {
  const plugin = app().pm.get('@hongxin/plugin-registration') as unknown as {
    loadMigrations(): Promise<{ afterLoad: Migration[] }>;
  };
  const found = (await plugin.loadMigrations()).afterLoad.find(({ name }) => name.includes('years-of-service'));
  if (!found) throw new Error('NocoBase does not find the migration');
  return found;
}

const claims = async (): Promise<Record<string, unknown>> =>
  Object.fromEntries(
    (await list(town.administrator, 'hxClaims', { sort: ['id'] })).map(({ memberName, year }) => [memberName, year]),
  );

it('books claims in the year of their service, but none out of or into a year that was issued', async () => {
  const { personId } = await onRoll(town);
  const { personId: told } = await onRoll(town);
  const claim = (id: number, memberName: string, values: Record<string, unknown>) =>
    insert('hxClaims', { id, memberName, personId, year: YEAR, state: 'served', ...values });
  const hours = (claimId: number, startsAt: string, who: unknown = personId) =>
    served(who, YEAR + 1, { claimId, startsAt, endsAt: startsAt.replace('T09', 'T10'), minutes: 60 });
  await claim(1, '按时长', { postId: 11 });
  await hours(1, `${YEAR + 1}-01-03T09:00:00+08:00`);
  await claim(2, '项目', { projectId: 12 });
  await hours(2, `${YEAR + 1}-02-03T09:00:00+08:00`);
  await claim(3, '无据可依', { postId: 13 });
  await claim(4, '项目未完', { projectId: 14, state: 'claimed' });
  await claim(5, '已反馈', { postId: 15, personId: told });
  await hours(5, `${YEAR + 1}-01-03T09:00:00+08:00`, told);
  await insert('hxYearFeedbacks', { year: YEAR, personId: told, subjectKey: 'member/told', state: 'issued' });
  for (let times = 0; times < 2; times += 1) await (await migration()).up();
  expect(await claims()).toEqual({
    ...{ 按时长: YEAR + 1, 项目: YEAR + 1, 无据可依: YEAR, 项目未完: YEAR, 已反馈: YEAR },
  });
});
