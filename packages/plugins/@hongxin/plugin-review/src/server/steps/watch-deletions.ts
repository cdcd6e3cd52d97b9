import type { Model, Transaction } from '@nocobase/database';
import { abortSteps, type StepsOf } from './abort';
import type { ReviewTools } from './tools';

interface Options {
  transaction?: Transaction;
}

/** What a deleted row of NocoBase's workflows takes with it, by its table. */
const OF_WORKFLOWS: Readonly<Record<string, string>> = {
  workflows: 'workflowId',
  executions: 'executionId',
  flow_nodes: 'nodeId',
};

/** Reviews end with what they are of: a workflow or one version of it, a run, a node, and the record they are about. */
export function watchDeletions(tools: () => ReviewTools): void {
  const { db } = tools();
  for (const [table, column] of Object.entries(OF_WORKFLOWS))
    db.on(`${table}.afterDestroy`, (row: Model, { transaction }: Options = {}) =>
      abortSteps(tools(), { [column]: String(row.get('id')) }, transaction),
    );
  db.on('afterDestroy', async (row: Model, { transaction }: Options = {}) => {
    const of = recordOf(row);
    if (of) await abortSteps(tools(), of, transaction);
  });
}

/** @returns null for rows that no review is about */
function recordOf(row: Model): StepsOf | null {
  const { collection } = row.constructor as typeof Model;
  const key = collection?.filterTargetKey;
  if (typeof key !== 'string' || collection.name in OF_WORKFLOWS) return null;
  const recordId: unknown = row.get(key);
  return recordId === undefined || recordId === null
    ? null
    : { collectionName: collection.name, recordId: String(recordId) };
}
