import type { Model, Transaction } from '@nocobase/database';
import type { Actor, ProcessRegistration, TransitionContext } from '../domain';
import { Refusal, refuse } from '../errors';
import { runAsSystem } from '../identity';
import { checkedContext } from './checked-context';
import { entryOf, eventOf, fillAndSave, witnessed, type PerformTools, type TransitionEvent } from './perform';

/** One record of a batch. */
export interface PerformItem {
  recordId: string | number;
  opinion?: string | null;
  values?: Record<string, unknown>;
  actor: Actor;
  now?: Date;
}

export interface PerformManyOptions {
  collection: string;
  transition: string;
  items: readonly PerformItem[];
  /** Joins the caller's transaction; without it one is opened. */
  transaction?: Transaction;
}

/**
 * Performs one transition of many records, all or none. Nothing of `performTransition` is left out: rights, reasons,
 * guards, fills, save hooks and effects run for every record, in the order of the items; only what the database can do
 * in one statement is done in one: the locks, and the events.
 * @throws Refusal with the reasons of every record refused; `row` in their params is its place in the batch, from 1
 */
export async function performMany(
  tools: PerformTools,
  registration: ProcessRegistration,
  { transition, items, transaction, collection }: PerformManyOptions & { transaction: Transaction },
): Promise<TransitionEvent[]> {
  const records = await lockRows(tools, registration, items, transaction);
  const contexts: TransitionContext[] = [];
  const refusals: Refusal[] = [];
  for (const [index, item] of items.entries()) {
    const options = { ...item, collection, transition, transaction };
    try {
      const context = await checkedContext(tools, registration, records[index], options);
      await needNoGate(tools, context, collection, String(item.recordId));
      contexts.push(context);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusals.push(atRow(error, index + 1));
    }
  }
  if (refusals.length > 0)
    throw new Refusal(
      refusals[0].status,
      refusals.flatMap(({ reasons }) => reasons),
    );
  return runAsSystem(async () => {
    for (const context of contexts) await fillAndSave(tools, registration, context);
    const entries = contexts.map((context) => entryOf(registration.definition, context));
    const eventIds = await tools.events.appendMany(entries, transaction);
    for (const context of contexts) {
      for (const effect of registration.effects?.[transition] ?? []) await effect(context);
    }
    const events = contexts.map((context, index) =>
      eventOf(context, collection, entries[index].recordId, eventIds[index]),
    );
    for (const [index, event] of events.entries()) {
      await tools.hooks.tell(witnessed(event, entries[index], contexts[index], true));
    }
    return events;
  });
}

/** A batch does not decide reviews: what waits for one is decided one by one. */
async function needNoGate(
  { hooks }: PerformTools,
  context: TransitionContext,
  collection: string,
  recordId: string,
): Promise<void> {
  const answer = await hooks.ask({ ...context, collection, recordId });
  if (answer) throw 'refusal' in answer ? answer.refusal : refuse(400, 'BATCH_WAITS_FOR_REVIEW');
}

/** Locks in the order of the keys: two batches never wait for each other in a circle. @returns in the order of the items */
async function lockRows(
  { db }: PerformTools,
  { definition }: ProcessRegistration,
  items: readonly PerformItem[],
  transaction: Transaction,
): Promise<Model[]> {
  const collection = db.getCollection(definition.collection);
  const key = collection.filterTargetKey as string;
  const keys = items.map(({ recordId }) => String(recordId));
  if (new Set(keys).size < keys.length) throw new RangeError('a batch names each record once');
  const rows = await collection.model.findAll({
    where: { [key]: keys },
    order: [[key, 'ASC']],
    transaction,
    lock: transaction.LOCK.UPDATE,
  });
  const byKey = new Map(rows.map((row) => [String(row.get(key)), row as Model]));
  return keys.map((each, index) => {
    const row = byKey.get(each);
    if (!row) throw atRow(refuse(404, 'RECORD_NOT_FOUND'), index + 1);
    return row;
  });
}

function atRow({ status, reasons }: Refusal, row: number): Refusal {
  return new Refusal(
    status,
    reasons.map((reason) => ({ ...reason, params: { ...reason.params, row } })),
  );
}
