import { app, reset } from '@test/server/harness';
import { flowModels, walk, type FlowNode } from '../flow-models';
import { insertTree } from '../flow-tree';

type Row = Record<string, unknown>;

beforeAll(reset);

const tree = (name: string): FlowNode => ({
  uid: `${name}-grid`,
  use: 'BlockGridModel',
  subKey: 'grid',
  subType: 'object',
  props: { rows: { row1: [[`${name}-table`], [`${name}-text`]] } },
  stepParams: {},
  subModels: {
    items: [
      {
        uid: `${name}-table`,
        use: 'TableBlockModel',
        stepParams: { resourceSettings: { init: { collectionName: 'hxCalendarDays' } } },
        subModels: {
          columns: [
            { uid: `${name}-date`, use: 'TableColumnModel', subModels: { field: { uid: `${name}-field`, use: 'A' } } },
            { uid: `${name}-actions`, use: 'TableActionsColumnModel', subModels: {} },
          ],
          actions: [{ uid: `${name}-filter`, use: 'FilterActionModel', flowRegistry: {} }],
        },
      },
      { uid: `${name}-text`, use: 'MarkdownBlockModel', async: true, props: { content: '一' } },
    ],
  },
});

/** The rows of a tree, with the names of the two trees taken away. */
async function rows(name: string): Promise<Row[][]> {
  const uids = [...walk(tree(name))].map(({ uid }) => uid);
  const plain = (found: unknown[], key: string): Row[] =>
    (JSON.parse(JSON.stringify(found).replaceAll(`${name}-`, '')) as Row[]).sort((a, b) =>
      String([a[key], a.ancestor]) < String([b[key], b.ancestor]) ? -1 : 1,
    );
  const of = (collection: string, key: string) =>
    app()
      .db.getModel(collection)
      .findAll({ where: { [key]: uids }, raw: true });
  return [
    plain(await of('flowModels', 'uid'), 'uid'),
    plain(await of('flowModelTreePath', 'descendant'), 'descendant'),
  ];
}

it('writes the rows that NocoBase writes node by node', async () => {
  const { db } = app();
  const models = flowModels(db);
  const place = (name: string) => ({ parentId: `${name}-tab`, subKey: 'grid', subType: 'object' }) as const;
  for (const name of ['one', 'two']) {
    await models.upsertModel({ uid: `${name}-page`, use: 'RouteModel' });
    await models.upsertModel({ uid: `${name}-tab`, use: 'Tab', parentId: `${name}-page`, subKey: 'tabs' });
  }
  await models.upsertModel({ ...tree('one'), ...place('one') });
  await db.sequelize.transaction((transaction) => insertTree(db, tree('two'), place('two'), transaction));
  const [nodes, paths] = await rows('two');
  expect([nodes.length, paths.length]).toEqual([7, 32]);
  expect([nodes, paths]).toEqual(await rows('one'));
  expect(JSON.stringify(await models.findModelById('two-grid')).replaceAll('two-', 'one-')).toBe(
    JSON.stringify(await models.findModelById('one-grid')),
  );
});
