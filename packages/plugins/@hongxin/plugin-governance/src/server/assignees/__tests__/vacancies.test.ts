import { reset, root, signInAs, type Client } from '@test/server/harness';
import { appoint, buildCity, type City } from '@test/server/governance/city';

let administrator: Client;
let city: City;
beforeAll(async () => {
  await reset();
  administrator = await root();
  city = await buildCity(administrator);
});

async function warnings(rule: object, locale = 'zh-CN'): Promise<string[]> {
  const answer = await administrator.post<{ warnings: { rule: number; message: string }[] }>(
    'hxReviewTasks:checkRules',
    { collection: 'hxAreas', assignees: [{ type: 'postHolder', ...rule }] },
    { headers: { 'x-locale': locale } },
  );
  expect(answer.status).toBe(200);
  return answer.body.data.warnings.map(({ message }) => message);
}
const secretary = { postTypes: ['communitySecretary'], level: 'community' };

it('warns of posts that nobody with an account holds anywhere, or that there are not', async () => {
  expect(await warnings(secretary)).toEqual(['目前没有人任职且有账号：“社区党委书记”']);
  expect(await warnings({ postTypes: ['mayor'] })).toEqual(['没有岗位：mayor']);
  await appoint(administrator, null, 'communitySecretary', city.east);
  expect(await warnings(secretary)).toEqual(['目前没有人任职且有账号：“社区党委书记”']);
});

it('names the places of the level where the post is vacant', async () => {
  const east = await signInAs('vacancy-east', ['member']);
  await appoint(administrator, Number(east.userId), 'communitySecretary', city.east);
  expect(await warnings(secretary)).toEqual(['西社区没有人担任“社区党委书记”且有账号']);
  expect(await warnings(secretary, 'en-US')).toEqual([expect.stringMatching(/^西社区: no ".+" with an account$/)]);
  expect(await warnings({ ...secretary, level: 'building' })).toEqual(['没有一个楼栋有人担任“社区党委书记”且有账号']);
  // where the level depends on the record, what can be told is told
  expect(await warnings({ postTypes: ['communitySecretary'], levelsAbove: 1 })).toEqual([]);
});

it('is content when every place has somebody, also by a post next to it in the rule', async () => {
  const west = await signInAs('vacancy-west', ['member']);
  await appoint(administrator, Number(west.userId), 'communityWorker', city.west);
  expect(await warnings({ ...secretary, postTypes: ['communitySecretary', 'communityWorker'] })).toEqual([]);
});
