/** What the pack installs holds nothing of the kinds through which NocoBase has leaked: SQL, requests to elsewhere, HTML. */
import { app } from '../server/harness';
import { ownResources } from './support/endpoints';

const packs = () => [...app().db.collections.values()].filter(({ name }) => name.startsWith('hx'));
const rows = async (collection: string): Promise<string> =>
  app().db.hasCollection(collection) ? JSON.stringify(await app().db.getRepository(collection).find()) : '[]';

it('has no collection of SQL and no view', () => {
  const templates = packs().map(({ options }) => String((options as { template?: string }).template ?? 'general'));
  expect(packs().length).toBeGreaterThan(30);
  expect(templates.filter((template) => ['sql', 'view'].includes(template))).toEqual([]);
});

it('has no field that is rendered as HTML', () => {
  const rich = packs().flatMap(({ name, fields }) =>
    [...fields.values()]
      .filter(({ options }) => ['richText', 'markdown', 'vditor'].includes(String(options.interface)))
      .map((field) => `${name}.${String(field.name)}`),
  );
  expect(rich).toEqual([]);
});

it('has no workflow node that runs SQL or scripts, or asks another server', async () => {
  const nodes = await app().db.getRepository('flow_nodes').find();
  const types = nodes.map((node: { get(name: string): unknown }) => String(node.get('type')));
  expect(types.filter((type: string) => ['sql', 'script', 'request', 'mailer'].includes(type))).toEqual([]);
});

it('has no SQL in charts, no custom request and no SQL in pages', async () => {
  for (const collection of ['flowSql', 'customRequests'])
    expect([collection, await rows(collection)]).toEqual([collection, '[]']);
  expect(await rows('flowModels')).not.toMatch(/"mode":"sql"|"rawSql"|<script/i);
});

it('offers on its own resources only the actions written for them, none of NocoBase’s', () => {
  const usual = [...(app().resourceManager.getRegisteredHandlers() as Map<string, unknown>).keys()];
  const written = new Set([
    'hxProcesses:get',
    'hxProcesses:list',
    'hxTrace:list',
    'hxSeeds:list',
    'hxDepartures:list',
    'hxSettingForms:list',
    'hxMyData:get',
  ]);
  const offered = ownResources().flatMap(([name, { actions }]) => [...actions.keys()].map((action) => [name, action]));
  expect(offered.length).toBeGreaterThan(20);
  const strange = offered.filter(([name, action]) => usual.includes(action) && !written.has(`${name}:${action}`));
  expect(strange.map((each) => each.join(':'))).toEqual([]);
});

it('opens to those who have not signed in only what it names', () => {
  const { allowManager } = app().acl as unknown as { allowManager: { skipActions: Map<string, Map<string, unknown>> } };
  const open = [...allowManager.skipActions].flatMap(([name, actions]) =>
    name.startsWith('hx')
      ? [...actions]
          .filter(([, condition]) => condition === 'public' || condition === true)
          .map(([action]) => `${name}:${action}`)
      : [],
  );
  expect(open.sort()).toEqual(
    [
      ...['question', 'areas', 'raise', 'follow', 'rate', 'withdraw'].map((action) => `hxPublicNeeds:${action}`),
      ...['areas', 'apply', 'status', 'activate', 'accept'].map((action) => `hxJoin:${action}`),
      'hxReceipts:verify',
    ].sort(),
  );
});
