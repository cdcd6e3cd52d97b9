import { foundationOf } from '@hongxin/plugin-foundation';
import { EXECUTION_STATUS, type WorkflowModel } from '@nocobase/plugin-workflow';
import type { TransitionTriggerConfig } from '../../shared/config';
import { STEPS } from '../steps/rows';
import type { ReviewTools } from '../steps/tools';
import { enabledWorkflows, noteRuns } from '../trigger/executions';
import { eventKeyOf } from '../trigger/transition-watch';

/** Most records taken up in one go and workflow [default]; the next minute takes the rest. */
const AT_ONCE = 200;

/**
 * Events so much younger than a version's enabling are not taken up, in milliseconds [default]: the trigger has noted their
 * runs. Less than nothing would miss those that another process was just writing when the version was enabled.
 */
const ENABLING_TAKES = 60_000;

/** As the index of `indexRuns` has it. */
const ABOUT = `(x.context->'data'->>'id')`;

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
 * there, so that it is the same run as the event's own. Whoever is in a run of the workflow already, decided and on the way
 * to its next step perhaps, is not without one; nor is what a run has brought there itself, as for the trigger.
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
  { key, options }: WorkflowModel,
  collectionName: string,
  states: readonly string[],
): Promise<Waiting[]> {
  const collection = db.getCollection(collectionName);
  const process = foundationOf(app).transitions.processOf(collectionName)?.definition;
  if (!collection || !process) return [];
  const table = (name: string): string => db.getCollection(name).quotedTableName();
  const primaryKey = collection.model.primaryKeyAttribute;
  const id = db.quoteIdentifier(primaryKey);
  // a run that has only been noted knows the key as `id`, one that has begun has the whole record
  const about =
    primaryKey === 'id' ? ABOUT : `COALESCE(x.context->'data'->>${db.sequelize.escape(primaryKey)}, ${ABOUT})`;
  const enabledAt = (options as { hxEnabledAt?: string } | null)?.hxEnabledAt;
  const before = enabledAt ? new Date(new Date(enabledAt).getTime() + ENABLING_TAKES) : null;
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
         SELECT 1 FROM ${table('executions')} x
         WHERE x.key = :key AND (x.status = ${EXECUTION_STATUS.STARTED} OR x.status IS NULL)
           AND x.context->>'collectionName' = :collectionName
           AND ${about} = r.${id}::text)
       AND NOT EXISTS (
         SELECT 1 FROM ${table('executions')} x
         WHERE x.key = :key AND x.id::text = e.details->>'executionId')
       AND (e.at < :before OR :before IS NULL)
       AND NOT EXISTS (
         SELECT 1 FROM ${table(STEPS)} s
         WHERE s."collectionName" = :collectionName AND s."recordId" = r.${id}::text AND s."recordState" = r.${state}
           AND s."startedAt" >= e.at)
     ORDER BY e.at LIMIT ${AT_ONCE}`,
    { replacements: { collectionName, states: [...states], key, before } },
  );
  return (rows as Waiting[]).map((row) => ({ ...row, at: new Date(row.at) }));
}
