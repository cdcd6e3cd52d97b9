import type { ProcessDefinition } from '@hongxin/rules/mechanism';
import type { Collection, Model, Transaction } from '@nocobase/database';
import type { ProcessRegistration, TransitionContext } from '../domain';
import { isRefusal, refuse } from '../errors';
import type { EventEntry } from '../events';
import { runAsSystem } from '../identity';
import { checkedContext } from './checked-context';
import type { TransitionEvent } from './event';
import type { WitnessedTransition } from './hooks';
import { isAdministrator } from './parties';
import type { PerformOptions, PerformTools } from './performing';
import { fillAndSave } from './save';

/**
 * Performs a transition inside a transaction: lock, gates, rights, all reasons, state, event, effects, witnesses.
 * @returns event null when a gate has performed it, and announced it, its own way
 * @throws Refusal 404 no such row, 409 the state moved on, 403 not the actor's, 400 with every unmet reason
 */
export async function performTransition(
  tools: PerformTools,
  registration: ProcessRegistration,
  options: PerformOptions & { transaction: Transaction },
): Promise<{ record: Model; event: TransitionEvent | null }> {
  const { transaction, transition } = options;
  const collection = tools.db.getCollection(registration.definition.collection);
  const record = await lockRow(collection, options.recordId, transaction);
  const gated = options.isUngated ? null : await tools.hooks.ask(attemptOf(options, record));
  if (gated && 'perform' in gated) return { record: await gated.perform(), event: null };
  const context = await aboutRecord(collection, () => checkedContext(tools, registration, record, options));
  if (gated) throw gated.refusal;
  return runAsSystem(async () => {
    await fillAndSave(tools, registration, context);
    const entry = entryOf(registration.definition, context, options.details);
    const eventId = await tools.events.append(entry, transaction);
    for (const effect of registration.effects?.[transition] ?? []) await effect(context);
    const event = eventOf(context, entry.collectionName, entry.recordId, eventId);
    await tools.hooks.tell(witnessed(event, entry, context));
    return { record, event };
  });
}

/** A refusal of what is done says which collection's states and fields it names, whatever the request is about. */
async function aboutRecord<T>({ name }: Collection, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isRefusal(error)) error.about ??= name;
    throw error;
  }
}

/** What a gate is asked about. */
function attemptOf(options: PerformOptions & { transaction: Transaction }, record: Model) {
  const { collection, transition, opinion, values, actor, transaction } = options;
  return {
    collection,
    recordId: String(options.recordId),
    transition,
    opinion: opinion?.trim() || null,
    values: values ?? {},
    actor,
    record,
    transaction,
  };
}

/** What a witness is told. */
export function witnessed(
  event: TransitionEvent,
  entry: EventEntry,
  { record, opinion, now, transaction }: TransitionContext,
  isBatch = false,
): WitnessedTransition {
  return { ...event, record, opinion, at: now, details: entry.details ?? {}, isBatch, transaction };
}

/** What the log keeps of a transition. */
export function entryOf(
  process: ProcessDefinition,
  context: TransitionContext,
  more: Readonly<Record<string, unknown>> = {},
): EventEntry {
  const { record, transition, from, to, values, actor, opinion, now } = context;
  const { collection } = record.constructor as typeof Model;
  const fields = Object.keys(values);
  const details = {
    ...(fields.length > 0 ? { fields } : {}),
    ...(isAdministrator(actor) ? { asAdministrator: true } : {}),
    ...more,
  };
  return {
    collectionName: process.collection,
    recordId: String(record.get(collection.filterTargetKey as string)),
    transition,
    from,
    to,
    actorId: actor.userId,
    actorName: actor.name,
    onBehalfOfId: actor.onBehalfOfId ?? null,
    opinion,
    details,
    at: now,
  };
}

/** What the listeners are told of it. */
export function eventOf(
  { transition, from, to, actor }: TransitionContext,
  collection: string,
  recordId: string,
  eventId: string,
): TransitionEvent {
  return { collection, recordId, transition, from, to, eventId, actor };
}

async function lockRow(collection: Collection, recordId: string | number, transaction: Transaction): Promise<Model> {
  const key = collection.filterTargetKey as string;
  const record = await collection.model.findOne({
    where: { [key]: recordId },
    transaction,
    lock: transaction.LOCK.UPDATE,
  });
  if (!record) throw refuse(404, 'RECORD_NOT_FOUND');
  return record as Model;
}
