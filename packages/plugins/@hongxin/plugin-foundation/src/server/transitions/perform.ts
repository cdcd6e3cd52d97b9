import { checkTransition, reasonsOf, transitionOf, type ProcessDefinition } from '@hongxin/rules';
import { Op, updateAssociations, type Collection, type Model, type Transaction } from '@nocobase/database';
import type Database from '@nocobase/database';
import type { Actor, ProcessRegistration, TransitionContext } from '../domain';
import { Refusal, refuse } from '../errors';
import type { EventLog } from '../events';
import { runAsSystem } from '../identity';
import { isAdministrator, PartyJudge, type PartySources } from './parties';
import { plainRecord } from './plain-record';
import type { StateGuard } from './state-guard';

export interface PerformOptions {
  collection: string;
  recordId: string | number;
  transition: string;
  opinion?: string | null;
  values?: Record<string, unknown>;
  actor: Actor;
  /** Joins the caller's transaction; without it one is opened. */
  transaction?: Transaction;
  now?: Date;
  /** States the caller has seen, before asking; the row must still be in them. */
  seenStates?: readonly string[];
  /** When the request arrived: a transition that was possible then, and no longer is, was overtaken. */
  requestedAt?: Date;
}

/** What `hx.transition` listeners receive after the commit. */
export interface TransitionEvent {
  collection: string;
  recordId: string;
  transition: string;
  from: string;
  to: string;
  eventId: string;
  actor: Actor;
}

export interface PerformTools {
  db: Database;
  events: EventLog;
  parties: PartySources;
  guard: StateGuard;
}

/**
 * Performs a transition inside a transaction: lock, rights, all reasons, state, event, effects.
 * @throws Refusal 404 no such row, 409 the state moved on, 403 not the actor's, 400 with every unmet reason
 */
export async function performTransition(
  tools: PerformTools,
  { definition: process, guards, effects }: ProcessRegistration,
  options: PerformOptions & { transaction: Transaction },
): Promise<{ record: Model; event: TransitionEvent }> {
  const { actor, transaction, transition } = options;
  const collection = tools.db.getCollection(process.collection);
  const record = await lockRow(collection, options.recordId, transaction);
  const from = String(record.get(process.stateField));
  const definition = transitionOf(process, transition);
  if (!definition) throw refuse(400, 'TRANSITION_UNKNOWN', { transition });
  await needUnmoved(tools.db, process, from, options);
  const judge = new PartyJudge(tools.parties, record, actor, transaction);
  if (!(await judge.isEntitled(definition.by))) throw refuse(403, 'TRANSITION_NOT_YOURS', { transition });

  const now = options.now ?? new Date();
  const opinion = options.opinion?.trim() || null;
  const values = Object.fromEntries(Object.entries(options.values ?? {}).filter(([, value]) => value !== undefined));
  const needed = [...(definition.requires ?? []), ...(definition.fields ?? [])];
  const plain = await plainRecord(record, needed, transaction);
  const verdict = checkTransition(process, { transition, record: plain, values, opinion, now, actorId: actor.userId });
  const writable = pick(values, definition.fields ?? []);
  record.set(scalars(collection, writable));
  const context: TransitionContext = {
    db: tools.db,
    record,
    transition,
    from,
    to: definition.to,
    values: writable,
    opinion,
    actor,
    now,
    transaction,
  };
  const reasons = [...reasonsOf(verdict), ...((await guards?.[transition]?.(context)) ?? [])];
  if (reasons.length > 0) throw new Refusal(400, reasons);

  return runAsSystem(async () => {
    await save(tools, process, context, writable);
    const recordId = String(record.get(collection.filterTargetKey as string));
    const fields = Object.keys(writable);
    const details = {
      ...(fields.length > 0 ? { fields } : {}),
      ...(isAdministrator(actor) ? { asAdministrator: true } : {}),
    };
    const eventId = await tools.events.append(
      {
        collectionName: process.collection,
        recordId,
        transition,
        from,
        to: definition.to,
        actorId: actor.userId,
        onBehalfOfId: actor.onBehalfOfId ?? null,
        opinion,
        details,
        at: now,
      },
      transaction,
    );
    for (const effect of effects?.[transition] ?? []) await effect(context);
    const event = { collection: process.collection, recordId, transition, from, to: definition.to, eventId, actor };
    return { record, event };
  });
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

/** 409 when the row is no longer as the caller saw it, or as it was when the request arrived. */
async function needUnmoved(
  db: Database,
  process: ProcessDefinition,
  now: string,
  { collection, recordId, transition, seenStates, requestedAt, transaction }: PerformOptions,
): Promise<void> {
  const seen = seenStates?.find((state) => state !== now);
  if (seen !== undefined) throw refuse(409, 'STATE_MOVED_ON', { from: seen, now });
  const allowed: readonly string[] = process.transitions[transition].from;
  if (!requestedAt || allowed.includes(now)) return;
  const overtaking = await db.getModel('hxEvents').findOne({
    where: { collectionName: collection, recordId: String(recordId), at: { [Op.gte]: requestedAt }, to: { [Op.ne]: null } },
    order: ['at', 'id'],
    transaction,
  });
  const before = overtaking?.get('from');
  if (typeof before === 'string' && allowed.includes(before))
    throw refuse(409, 'STATE_MOVED_ON', { from: before, now });
}

/** Saves values and state as NocoBase's repository would, so that workflows and other listeners hear of it. */
async function save(
  { db, guard }: PerformTools,
  process: ProcessDefinition,
  { record, to, values, actor, transaction }: TransitionContext,
  writable: Readonly<Record<string, unknown>>,
): Promise<void> {
  const context = { state: { currentUser: actor.userId === null ? undefined : { id: actor.userId } } };
  record.set(process.stateField, to);
  await guard.permit(record, to, () => record.save({ transaction, context } as Parameters<Model['save']>[0]));
  const { collection } = record.constructor as typeof Model;
  const relations = Object.keys(writable).filter((name) => name in collection.model.associations);
  if (relations.length > 0) {
    const chosen = Object.fromEntries(relations.map((name) => [name, onlyKeys(collection, name, values[name])]));
    await updateAssociations(record, chosen, { transaction });
  }
  for (const name of ['afterUpdateWithAssociations', 'afterSaveWithAssociations']) {
    await db.emitAsync(`${process.collection}.${name}`, record, { transaction, context });
  }
  record.clearChangedWithAssociations();
}

/** A transition chooses related records; it does not create or change them. */
function onlyKeys(collection: Collection, association: string, value: unknown): unknown {
  const key = collection.getField(association)?.options?.targetKey ?? 'id';
  const keyOf = (each: unknown): unknown =>
    typeof each === 'object' && each !== null ? (each as Record<string, unknown>)[key] : each;
  return Array.isArray(value) ? value.map(keyOf).filter((each) => each !== undefined && each !== null) : keyOf(value);
}

function scalars(collection: Collection, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const own = Object.entries(values).filter(([name]) => !(name in collection.model.associations));
  return (collection.model as typeof Model).callSetters(Object.fromEntries(own), {}) as Record<string, unknown>;
}

function pick(values: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}
