import { reasonsOnce, type RefusedRecord } from '@hongxin/rules/mechanism';
import type { Collection, Model, Transaction } from '@nocobase/database';
import { withStepMemory } from '../database/step-memory';
import type { Actor, ProcessRegistration, TransitionContext } from '../domain';
import { Refusal, refuse, type RefusalStatus } from '../errors';
import { runAsSystem } from '../identity';
import { checkedContext } from './checked-context';
import type { TransitionEvent } from './event';
import type { GatedAttempt } from './hooks';
import { entryOf, eventOf, witnessed } from './perform';
import type { PerformTools } from './performing';
import { fillAndSaveMany } from './save';

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

/** A record of a batch that was refused, with the HTTP status of its refusal alone. */
export interface RefusedItem extends RefusedRecord {
  recordId: string;
  status: RefusalStatus;
}

/**
 * Performs one transition of many records, all or none. Nothing of `performTransition` is left out: rights, reasons,
 * guards, fills, save hooks and effects run for every record, in the order of the items; only what the database can do
 * in one statement is done in one: the locks, the rows where nobody listens to each of them, and the events.
 * @throws Refusal with every reason of the records refused, each said once and with the records it is about; where a
 *   reason is one record's alone, `row` in its params is the record's place in the batch, from 1
 */
export async function performMany(
  tools: PerformTools,
  registration: ProcessRegistration,
  options: PerformManyOptions & { transaction: Transaction },
): Promise<TransitionEvent[]> {
  return withStepMemory(options.transaction, options.items.length, async () => {
    const { contexts, refused } = await checkMany(tools, registration, options);
    if (refused.length > 0) throw refusalOfMany(refused);
    return performChecked(tools, registration, options, contexts);
  });
}

/** The same for those of the records that nothing speaks against; the others stay as they are, and are told. */
export async function performReady(
  tools: PerformTools,
  registration: ProcessRegistration,
  options: PerformManyOptions & { transaction: Transaction },
): Promise<{ events: TransitionEvent[]; refused: RefusedItem[] }> {
  return withStepMemory(options.transaction, options.items.length, async () => {
    const { contexts, refused } = await checkMany(tools, registration, options);
    return { events: await performChecked(tools, registration, options, contexts), refused };
  });
}

/** What a caller reads who asked for many records of which none, or not all as they wished, could be taken. */
export function refusalOfMany(refused: readonly RefusedItem[]): Refusal {
  return new Refusal(refused[0].status, reasonsOnce(refused));
}

async function checkMany(
  tools: PerformTools,
  registration: ProcessRegistration,
  { transition, items, transaction, collection }: PerformManyOptions & { transaction: Transaction },
): Promise<{ contexts: TransitionContext[]; refused: RefusedItem[] }> {
  const records = await lockRows(tools, registration, items, transaction);
  await registration.foresees?.[transition]?.(records, { db: tools.db, transaction });
  const contexts: TransitionContext[] = [];
  const refused: RefusedItem[] = [];
  const batch = items.map(({ recordId }) => String(recordId));
  for (const [index, item] of items.entries()) {
    const options = { ...item, collection, transition, transaction };
    try {
      const context = await checkedContext(tools, registration, records[index], options);
      await requireNoGate(tools, { ...context, collection, recordId: batch[index], batch });
      contexts.push(context);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { status, reasons } = error;
      const name = nameOf(tools.db.getCollection(collection), records[index]);
      refused.push({ recordId: String(item.recordId), row: index + 1, name, status, reasons });
    }
  }
  return { contexts, refused };
}

/** What people call a record: its title, unless that is only its key. */
function nameOf({ options, filterTargetKey }: Collection, record: Model): string | null {
  const field = options.titleField as string | undefined;
  if (field === undefined || field === filterTargetKey) return null;
  const title: unknown = record.get(field);
  return typeof title === 'string' && title !== '' ? title : null;
}

function performChecked(
  tools: PerformTools,
  registration: ProcessRegistration,
  { transition, transaction, collection }: PerformManyOptions & { transaction: Transaction },
  contexts: readonly TransitionContext[],
): Promise<TransitionEvent[]> {
  if (contexts.length === 0) return Promise.resolve([]);
  return runAsSystem(async () => {
    await fillAndSaveMany(tools, registration, contexts);
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
async function requireNoGate({ hooks }: PerformTools, attempt: GatedAttempt): Promise<void> {
  const answer = await hooks.ask(attempt);
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
