import { foundationOf } from '@hongxin/plugin-foundation';
import type { WorkflowModel } from '@nocobase/plugin-workflow';
import type { TransitionTriggerConfig } from '../../shared/config';
import { STEPS, type ReviewTools } from '../steps/tools';
import { enabledWorkflows, noteRuns } from '../trigger/executions';
import { eventKeyOf } from '../trigger/transition-watch';

/** Most records taken up in one go and workflow [default]; the next minute takes the rest. */
const AT_ONCE = 200;

interface Waiting {
  recordId: string;
  eventId: string;
  transition: string;
  from: string | null;
  to: string;
  actorId: string | null;
  opinion: string | null;
  at: Date;
}

/**
 * Records that were in a state of the trigger before its workflow was enabled, for workflows that say `includeExisting`:
 * the seeded ones, so that what already waits gets its tasks. The run has the key of the event that brought the record
 * there, so that it is the same run as the event's own.
 */
export async function startExisting(tools: ReviewTools): Promise<void> {
  const { app } = tools;
  for (const workflow of await enabledWorkflows(app)) {
    const config = workflow.config as Partial<TransitionTriggerConfig>;
    if (!config.includeExisting || config.on !== 'state' || !config.states?.length || !config.collection) continue;
    const rows = await waitingRecords(tools, workflow, config.collection, config.states);
    await noteRuns(
      tools,
      rows.map((row) => ({
        workflow,
        eventKey: eventKeyOf(row, workflow.key),
        context: {
          recordId: row.recordId,
          collectionName: config.collection as string,
          transition: row.transition,
          from: row.from,
          to: row.to,
          actor: { id: row.actorId === null ? null : Number(row.actorId), nickname: null },
          opinion: row.opinion,
          eventId: row.eventId,
        },
      })),
    );
  }
}

async function waitingRecords(
  { app, db }: ReviewTools,
  { key }: WorkflowModel,
  collectionName: string,
  states: readonly string[],
): Promise<Waiting[]> {
  const collection = db.getCollection(collectionName);
  const process = foundationOf(app).transitions.processOf(collectionName)?.definition;
  if (!collection || !process) return [];
  const table = (name: string): string => db.getCollection(name).quotedTableName();
  const id = db.quoteIdentifier(collection.model.primaryKeyAttribute);
  const state = db.quoteIdentifier(process.stateField);
  const [rows] = await db.sequelize.query(
    `SELECT r.${id}::text AS "recordId", e.id::text AS "eventId", e.transition, e."from", e."to",
            COALESCE(e."actorId", e."onBehalfOfId")::text AS "actorId", e.opinion, e.at
     FROM ${table(collectionName)} r
     JOIN LATERAL (
       SELECT * FROM ${table('hxEvents')} v
       WHERE v."collectionName" = :collectionName AND v."recordId" = r.${id}::text AND v."to" IS NOT NULL
       ORDER BY v.at DESC, v.id DESC LIMIT 1
     ) e ON e."to" = r.${state}
     WHERE r.${state} IN (:states)
       AND NOT EXISTS (
         SELECT 1 FROM ${table('executions')} x
         WHERE x."eventKey" = 'hx:' || e.id || ':' || floor(extract(epoch FROM e.at) * 1000)::bigint || ':' || :key)
       AND NOT EXISTS (
         SELECT 1 FROM ${table(STEPS)} s
         WHERE s."collectionName" = :collectionName AND s."recordId" = r.${id}::text AND s."recordState" = r.${state}
           AND s."startedAt" >= e.at)
     ORDER BY e.at LIMIT ${AT_ONCE}`,
    { replacements: { collectionName, states: [...states], key } },
  );
  return (rows as Waiting[]).map((row) => ({ ...row, at: new Date(row.at) }));
}
