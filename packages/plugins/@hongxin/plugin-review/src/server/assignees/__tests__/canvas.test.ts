import { foundationOf, type Refusal } from '@hongxin/plugin-foundation';
import { describeReason, type Language } from '@hongxin/rules/mechanism';
import { app, reset, root, signedOut, signInAs, type Client } from '@test/server/harness';
import { RULE_TYPES } from '@test/client/rule-types';
import type { ReviewNodeConfig } from '../../../shared/config';
import type { AssigneeRuleType } from '../../../shared/contract';
import { checkReviewConfig } from '../../node/check-config';
import { reviewOf } from '../../review-of';
import { AssigneeRegistry, type AssigneeRuleType as DeclaredRule } from '../registry';

jest.setTimeout(60_000);

const DRAWERS = 'canvas-drawers';

let administrator: Client;
let drawer: Client;
let others: Client[];
beforeAll(async () => {
  await reset();
  await app()
    .db.getRepository('roles')
    .create({ values: { name: DRAWERS, title: DRAWERS, snippets: ['pm.workflow.workflows', '!ui.*'] } });
  administrator = await root();
  drawer = await signInAs('canvas-drawer', [DRAWERS]);
  others = await Promise.all(
    ['member', 'hx-city', 'hx-official', 'hx-member'].map((role) => signInAs(`canvas-${role}`, [role])),
  );
});
afterAll(() => app().db.getRepository('roles').destroy({ filterByTk: DRAWERS }));

const asks = [
  ['assigneeRules', (client: Client) => client.get('hxReviewTasks:assigneeRules')],
  [
    'checkRules',
    (client: Client) => client.post('hxReviewTasks:checkRules', { collection: 'hxMemberRegistrations', assignees: [] }),
  ],
] as const;

it.each(asks)('answers %s to those who may configure workflows, and to nobody else', async (_name, ask) => {
  expect((await ask(administrator)).status).toBe(200);
  expect((await ask(drawer)).status).toBe(200);
  for (const other of others) expect([other.role, (await ask(other)).status]).toEqual([other.role, 403]);
  expect((await ask(signedOut())).status).toBe(401);
});

async function rulesIn(language: string): Promise<AssigneeRuleType[]> {
  const options = { headers: { 'x-locale': language } };
  return (await drawer.call<AssigneeRuleType[]>('GET', 'hxReviewTasks:assigneeRules', options)).body.data;
}

it('tells of every rule what the canvas draws, in the order in which they are offered', async () => {
  expect(await rulesIn('zh-CN')).toEqual(RULE_TYPES);
});

it('tells it in the reader’s language, whole', async () => {
  const english = await rulesIn('en-US');
  expect(english.map(({ type }) => type)).toEqual(RULE_TYPES.map(({ type }) => type));
  expect(JSON.stringify(english)).not.toMatch(/[\u4e00-\u9fff]/);
});

describe('a node is saved only with whole rules', () => {
  const check = (config: Partial<ReviewNodeConfig>) => () => checkReviewConfig(registry(), config);
  const registry = () => reviewOf(app())?.assignees as AssigneeRegistry;

  it('naming every option by its title, in both languages', () => {
    const config = {
      assignees: [{ type: 'unitLiaison' }, { type: 'postHolder', postTypes: [] }],
      copyTo: [{ type: 'organizationHead', levelsAbove: 2 }],
    };
    const said = (language: Language): string[] => {
      try {
        check(config)();
        return [];
      } catch (error) {
        const { words } = foundationOf(app()).errors.catalogue;
        return (error as Refusal).reasons.map((reason) => describeReason(reason, language, words));
      }
    };
    expect(said('zh')).toEqual([
      '“由谁审批”第2条规则（担任某个岗位的人）没有选好“岗位”，请打开审批节点补充后保存。',
      '“由谁审批”第2条规则（担任某个岗位的人）没有选好“哪一级”，请打开审批节点补充后保存。',
      '“抄送给”第1条规则（党组织负责人）没有选好“哪一级党组织”，请打开审批节点补充后保存。',
    ]);
    expect(said('en')[0]).toBe(
      'Rule 2 of "Who reviews" (Holders of a post) has no fitting "Posts"; open the review node, choose one and save.',
    );
  });

  it('and one that has them, or whose plugin is off, is taken', () => {
    const whole = [{ type: 'postHolder', postTypes: ['communitySecretary'], level: 'street' }];
    expect(check({ assignees: whole, copyTo: [{ type: 'convener' }] })()).toBeNull();
  });

  it('through the API', async () => {
    const values = {
      title: 'rules',
      type: 'hx-transition',
      config: { collection: 'hxMemberRegistrations', on: 'create' },
    };
    const { body } = await administrator.post<{ id: number }>('workflows:create', values);
    const node = { type: 'hx-review', title: '审核', config: { assignees: [{ type: 'users', userIds: [] }] } };
    const refusal = async (language: string) => {
      const options = { headers: { 'x-locale': language } };
      const { status, body: answer } = await administrator.post(
        `workflows/${body.data.id}/nodes:create`,
        node,
        options,
      );
      return [status, (answer as unknown as { errors: { message: string }[] }).errors.map(({ message }) => message)];
    };
    expect(await refusal('zh-CN')).toEqual([
      400,
      ['“由谁审批”第1条规则（指定的人）没有选好“人员”，请打开审批节点补充后保存。'],
    ]);
    expect(await refusal('en-US')).toEqual([400, [expect.stringContaining('has no fitting "People"')]]);
    await administrator.post(`workflows:destroy?filterByTk=${body.data.id}`);
  });
});

describe('a rule does not load', () => {
  const rule: DeclaredRule = { type: 'convener', title: { zh: '召集人', en: 'Convener' }, resolve: async () => [] };
  const add = (more: Partial<DeclaredRule>) => () => new AssigneeRegistry().add({ ...rule, ...more });
  const option = { name: 'seat', title: { zh: '席位', en: 'Seat' }, kind: 'choice' } as const;

  it.each([
    [
      'of a kind that nobody can draw',
      { options: [{ ...option, kind: 'chioce' as 'choice' }] },
      'unknown kind "chioce"',
    ],
    ['without the choices of a choice', { options: [option] }, 'has to say its choices'],
    [
      'with a sentence about an option it has not',
      { sentence: { zh: '{{seat}}', en: '{{saet}}' }, options: [{ ...option, choices: [] }] },
      'speaks of "saet"',
    ],
  ])('%s', (_name, more, message) => {
    expect(add(more)).toThrow('assignee rule convener: ');
    expect(add(more)).toThrow(message);
  });

  it('where two plugins bring it, unless it says that it replaces the other', () => {
    const registry = new AssigneeRegistry();
    registry.add(rule);
    expect(() => registry.add({ ...rule })).toThrow('two plugins bring the assignee rule convener');
    expect(() => registry.add({ ...rule, replaces: true })).not.toThrow();
  });
});
