import { EXECUTION_STATUS } from '@nocobase/plugin-workflow';
import { abortSteps } from '../steps/abort';
import { STEPS } from '../steps/rows';
import type { ReviewTools } from '../steps/tools';

/**
 * Steps that wait though their run has ended, or their run, workflow, node or collection is gone by a way that told nobody:
 * otherwise their tasks would stand in 待办 for good, and nobody could decide them.
 */
export async function abortOrphans(tools: ReviewTools): Promise<void> {
  const { db } = tools;
  const table = (name: string): string => db.getCollection(name).quotedTableName();
  const [rows] = await db.sequelize.query(
    `SELECT s.id::text AS id, s."collectionName" AS "collectionName",
       (x.id IS NULL OR w.id IS NULL OR n.id IS NULL) AS "isOrphan"
     FROM ${table(STEPS)} s
       LEFT JOIN ${table('executions')} x ON x.id = s."executionId" AND x.status = ${EXECUTION_STATUS.STARTED}
       LEFT JOIN ${table('workflows')} w ON w.id = s."workflowId"
       LEFT JOIN ${table('flow_nodes')} n ON n.id = s."nodeId"
     WHERE s.state = 'pending'`,
  );
  const orphans = (rows as { id: string; collectionName: string; isOrphan: boolean }[])
    .filter(({ isOrphan, collectionName }) => isOrphan || !db.collections.has(collectionName))
    .map(({ id }) => id);
  if (orphans.length > 0) await abortSteps(tools, { id: orphans }, undefined);
}
