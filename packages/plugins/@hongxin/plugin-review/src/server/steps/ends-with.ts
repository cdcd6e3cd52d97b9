import type { DomainPart } from '@hongxin/plugin-foundation';
import type { Model, Transaction } from '@nocobase/database';
import { abortSteps, type StepsOf } from './abort';
import type { ReviewTools } from './tools';

type Follows = NonNullable<DomainPart['follows']>;

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
export function endWithDeleted(tools: ReviewTools): Follows {
  const ofWorkflow =
    (column: string) =>
    (row: Model, { transaction }: Options = {}) =>
      abortSteps(tools, { [column]: String(row.get('id')) }, transaction);
  const ofRecord = async (row: Model, { transaction }: Options = {}): Promise<void> => {
    const of = recordOf(row);
    if (of) await abortSteps(tools, of, transaction);
  };
  const workflows = Object.entries(OF_WORKFLOWS).map(([table, column]) => [
    `${table}.afterDestroy`,
    [ofWorkflow(column)],
  ]);
  return { ...Object.fromEntries(workflows), afterDestroy: [ofRecord] };
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
