/** What an AI employee looks up is held to whoever talks to it: NocoBase's tools take their queries from a model. */
import type { Context } from '@nocobase/actions';
import { app, reset, type Client } from '@test/server/harness';
import { EAST, fillPlaces, preparePlaces, signInWithPosts, WEST } from '@test/server/foundation/places';
import { handler } from '../../handler';
import { READING_TOOLS } from '../read/assistant-tools';

interface Answer {
  status: string;
  content: string;
}

let east: Client;
let asked: ((ctx: Context) => Promise<Answer>) | null = null;
let answered: Answer;

/** Calls a tool inside a request of the person, as the conversation with an AI employee does. */
async function call(name: string, args: object): Promise<Answer> {
  const tool = await app().aiManager.toolsManager.getTools(name);
  const runtime = { toolCallId: 'x', writer: () => undefined };
  asked = async (ctx) => (await tool.invoke(ctx, { datasource: 'main', ...args }, runtime)) as Answer;
  await east.get('aiConversations:list');
  asked = null;
  return answered;
}

beforeAll(async () => {
  await preparePlaces();
  await reset();
  await fillPlaces();
  east = await signInWithPosts('tools-east', 'hx-official', [EAST]);
  const { db, resourceManager } = app();
  await db.getRepository('rolesAiEmployees').create({ values: { roleName: 'hx-official', aiEmployee: 'viz' } });
  resourceManager.use(
    handler(async (ctx, next) => {
      if (asked) answered = await asked(ctx);
      await next();
    }),
    { tag: 'askTool', after: 'hxAssistantGuard' },
  );
});

afterAll(() =>
  app()
    .db.getRepository('rolesAiEmployees')
    .destroy({ filter: { roleName: 'hx-official' } }),
);

const collectionName = 'hxTestRecords';
const measures = [{ field: ['title'], aggregation: 'count', alias: 'n' }];

test('the guarded tools are NocoBase’s, as they are called today', async () => {
  for (const name of READING_TOOLS.keys()) expect(app().aiManager.toolsManager.isToolsExisted(name)).toBe(true);
  const all = await app().aiManager.toolsManager.listTools();
  // a new tool that reads by a collection's name has to be looked at
  const readers = all.filter(({ definition }) => {
    const { properties, shape } = (definition.schema ?? {}) as { properties?: object; shape?: object };
    return Object.hasOwn(properties ?? shape ?? {}, 'collectionName');
  });
  expect(readers.map(({ definition }) => definition.name)).toEqual(expect.arrayContaining([...READING_TOOLS.keys()]));
  expect(readers.filter(({ definition }) => !READING_TOOLS.has(definition.name))).toEqual([]);
});

test.each<[string, object, number]>([
  ['$notIn', { areaCode: { $notIn: ['x'] } }, 1],
  ['dotted $ne', { 'areaCode.$ne': 'x' }, 1],
  ['an or', { $or: [{ areaCode: { $ne: 'x' } }] }, 1],
  ['the other side', { areaCode: { $startsWith: WEST } }, 0],
  ['one’s own side', { areaCode: { $startsWith: EAST } }, 1],
])('a filter on the key of the scope stays within it: %s', async (_, filter, n) => {
  const numbers = await call('dataQuery', { collectionName, measures, filter });
  expect([numbers.status, JSON.parse(numbers.content)]).toEqual(['success', [{ n }]]);
  const count = await call('dataSourceCounting', { collectionName, fields: ['title'], filter });
  expect([count.status, count.content]).toEqual(['success', String(n)]);
  const rows = await call('dataSourceQuery', { collectionName, fields: ['title', 'areaCode'], filter });
  expect(rows.status).toBe('success');
  expect(rows.content).toContain(`"total":${n}`);
  expect(rows.content).not.toContain(WEST);
});

test.each<[string, object]>([
  ['dataQuery', { measures, dimensions: [{ field: ['phone'] }] }],
  ['dataQuery', { measures, filter: { phone: { $startsWith: '1' } } }],
  ['dataQuery', { measures, dataSource: 'MAIN' }],
  ['dataQuery', { measures, collectionName: 'hxTestRecords.lines' }],
  ['dataSourceCounting', { fields: ['title'], filter: { phone: { $startsWith: '1' } } }],
  ['dataSourceQuery', { fields: ['title'], sort: ['phone'] }],
  ['dataSourceQuery', { fields: ['title', 'area.name'] }],
  ['dataSourceQuery', { fields: ['title'], appends: ['owner'] }],
  ['dataSourceQuery', { collectionName: 'users', fields: ['username', 'password'] }],
  ['dataSourceCounting', { collectionName: 'users', fields: ['id'], filter: { password: { $startsWith: 'x' } } }],
])('%s answers a refusal in words to %j', async (name, args) => {
  const { status, content } = await call(name, { collectionName, ...args });
  expect([status, content.length > 5]).toEqual(['error', true]);
  expect(content).not.toMatch(/select|undefined|\{\{/i);
});
