import type Database from '@nocobase/database';
import type { Model, Transaction } from '@nocobase/database';
import type { FlowNode } from './flow-models';

/** Where a tree hangs: below which node, and as what. */
export interface TreePlace {
  parentId: string;
  subKey: string;
  subType: 'object' | 'array';
}

type Row = Record<string, unknown>;

/**
 * Writes a tree of new nodes to a place that is empty, in two statements. NocoBase's own `upsertModel` asks and writes
 * node by node, a dozen statements each, which is a minute and a half for the pages of the pack; a test holds that the
 * rows are the same.
 */
export async function insertTree(
  db: Database,
  root: FlowNode,
  place: TreePlace,
  transaction: Transaction,
): Promise<void> {
  const paths = db.getModel('flowModelTreePath');
  const above: Model[] = await paths.findAll({
    where: { descendant: place.parentId },
    order: [['depth', 'ASC']],
    transaction,
  });
  const nodes: Row[] = [];
  /** of `flowModelTreePath`: one for the node itself, one for each node above it */
  const rows: Row[] = [];
  const add = (node: FlowNode, ancestors: readonly string[], where: Omit<TreePlace, 'parentId'>, sort: number) => {
    const { uid, async, subModels = {}, ...options } = node;
    nodes.push({ uid, name: uid, options: { ...options, ...where } });
    rows.push({ ancestor: uid, descendant: uid, depth: 0, async: async === true, type: where.subKey, sort: null });
    ancestors.forEach((ancestor, index) =>
      rows.push({
        ancestor,
        descendant: uid,
        depth: index + 1,
        async: null,
        type: null,
        sort: index === 0 ? sort : null,
      }),
    );
    for (const [subKey, below] of Object.entries(subModels)) {
      const subType = Array.isArray(below) ? 'array' : 'object';
      [below].flat().forEach((child, index) => add(child, [uid, ...ancestors], { subKey, subType }, index + 1));
    }
  };
  const { subKey, subType } = place;
  add(
    { ...root, parentId: place.parentId },
    above.map((row) => String(row.get('ancestor'))),
    { subKey, subType },
    1,
  );
  // no listener of NocoBase's has anything to do with nodes that have no title and use no template (`compile`)
  await insertAll(db, 'flowModels', { uid: 'text', name: 'text', options: 'json' }, nodes, transaction);
  const columns = { ancestor: 'text', descendant: 'text', depth: 'int', async: 'boolean', type: 'text', sort: 'int' };
  await insertAll(db, 'flowModelTreePath', columns, rows, transaction);
}

/** Rows as one document: forty thousand of them are made into models and back in ten seconds. */
async function insertAll(
  db: Database,
  collection: string,
  columns: Readonly<Record<string, string>>,
  rows: readonly Row[],
  transaction: Transaction,
): Promise<void> {
  const names = Object.keys(columns).map((name) => `"${name}"`);
  const typed = Object.entries(columns).map(([name, type]) => `"${name}" ${type}`);
  await db.sequelize.query(
    `INSERT INTO ${db.getCollection(collection).quotedTableName()} (${names.join(', ')})
     SELECT ${names.join(', ')} FROM json_to_recordset($rows::json) AS given (${typed.join(', ')})`,
    { bind: { rows: JSON.stringify(rows) }, transaction },
  );
}
