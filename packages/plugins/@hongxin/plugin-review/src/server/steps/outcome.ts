import { foundationOf, refuse, runAsSystem, type Actor } from '@hongxin/plugin-foundation';
import { transitionOf } from '@hongxin/rules/mechanism';
import type { Collection, Model, Transaction } from '@nocobase/database';
import { MOVE_TYPE, type Outcome } from '../../shared/constants';
import type { StepTerms } from '../node/terms';
import type { LockedStep } from './lock';
import type { ReviewTools } from './tools';

interface Deciding {
  outcome: Outcome;
  actor: Actor;
  opinion: string | null;
  values: Record<string, unknown>;
  taskId: string | null;
  isDirect?: boolean;
}

/** A failed move, as its job keeps it, to be tried again. */
export interface MoveAttempt {
  collection: string;
  recordId: string;
  transition: string;
  opinion: string | null;
  values: Record<string, unknown>;
  actor: Actor;
}

/**
 * Performs the transition that an outcome stands for, in the name of whoever decided, through every guard of the process.
 * That it is theirs to do is the review's say: the administrator has drawn it so.
 * @throws Refusal 400 with all reasons
 */
export async function performOutcome(
  tools: ReviewTools,
  locked: LockedStep,
  node: Model,
  terms: StepTerms,
  deciding: Deciding,
  transaction: Transaction,
): Promise<void> {
  const { step } = locked;
  const details = { executionId: step.executionId, nodeId: step.nodeId, stepId: step.id, taskId: deciding.taskId };
  if (node.get('type') === MOVE_TYPE) {
    if (deciding.outcome === 'approved') await retryMove(tools, step.jobId, details, transaction);
    return;
  }
  const transition = terms.outcome[deciding.outcome];
  if (!transition) return;
  if (!locked.record) throw refuse(404, 'RECORD_NOT_FOUND');
  await move(
    tools,
    { ...deciding, collection: step.collectionName, recordId: step.recordId, transition, details },
    transaction,
  );
}

async function retryMove(tools: ReviewTools, jobId: string, details: object, transaction: Transaction): Promise<void> {
  const job = await tools.db.getModel('jobs').findByPk(jobId, { transaction });
  const { attempt } = (job?.get('result') ?? {}) as { attempt: MoveAttempt };
  await move(tools, { ...attempt, details }, transaction);
}

/** Performs a transition for a workflow; one that the record has been through already is not done twice. */
export async function move(
  tools: Pick<ReviewTools, 'app'>,
  request: MoveAttempt & { details: object; isDirect?: boolean },
  transaction: Transaction,
): Promise<void> {
  const { transitions } = foundationOf(tools.app);
  const { collection, recordId, transition, values, opinion, actor, details } = request;
  const process = transitions.processOf(collection)?.definition;
  const definition = process && transitionOf(process, transition);
  if (process && definition) {
    const row = await tools.app.db.getRepository(collection).findOne({ filterByTk: recordId, transaction });
    const state = String(row?.get(process.stateField));
    // a second round of a review whose first has moved the record already
    if (state === definition.to && !definition.from.includes(state)) return;
  }
  const fields = new Set(definition?.fields ?? []);
  await runAsSystem(() =>
    transitions.perform({
      collection,
      recordId,
      transition,
      opinion,
      // a review may fill fields of the record that the transition does not take
      values: request.isDirect
        ? values
        : Object.fromEntries(Object.entries(values).filter(([name]) => fields.has(name))),
      actor,
      transaction,
      isEntrusted: true,
      isUngated: true,
      details: { ...details },
    }),
  );
}

/**
 * Writes what a reviewer filled in, except what the transition takes along. Related records are chosen, never made.
 * The state, numbers and whatever else only the server writes stay closed: their own guards refuse it.
 */
export async function writeValues(
  collection: Collection,
  record: Model,
  values: Readonly<Record<string, unknown>>,
  transaction: Transaction,
): Promise<void> {
  const entries = Object.entries(values).map(([name, value]) => [name, chosen(collection, name, value)]);
  if (entries.length === 0) return;
  await runAsSystem(() =>
    collection.repository.update({
      filterByTk: record.get(collection.filterTargetKey as string) as string,
      values: Object.fromEntries(entries),
      transaction,
    }),
  );
  await record.reload({ transaction });
}

function chosen(collection: Collection, name: string, value: unknown): unknown {
  const field = collection.getField(name);
  if (!field?.target) return value;
  const key = field.options.targetKey ?? 'id';
  const keyOf = (each: unknown): unknown =>
    typeof each === 'object' && each !== null ? (each as Record<string, unknown>)[key] : each;
  return Array.isArray(value) ? value.map(keyOf) : keyOf(value);
}
