import { checkTransition, isWellFormed, plainLines, reasonsOf, transitionOf } from '@hongxin/rules/mechanism';
import { Op, type Collection, type Model, type Transaction } from '@nocobase/database';
import type Database from '@nocobase/database';
import { clock } from '../clock';
import type { ProcessRegistration, TransitionContext } from '../domain';
import { plainTexts, Refusal, refuse } from '../errors';
import { PartyJudge } from './parties';
import type { PerformOptions, PerformTools } from './performing';
import { plainRecord } from './plain-record';
import { refusedFor, unfitValues, withoutUnfit } from './unfit-values';

/**
 * Everything that can be said against a transition of a locked row is said here, and its values are set on the row.
 * @throws Refusal 409 the state moved on, 403 not the actor's, 400 with every unmet reason
 */
export async function checkedContext(
  tools: Pick<PerformTools, 'db' | 'parties'>,
  { definition: process, guards }: ProcessRegistration,
  record: Model,
  options: PerformOptions & { transaction: Transaction },
): Promise<TransitionContext> {
  const { actor, transaction, transition } = options;
  const { collection } = record.constructor as typeof Model;
  const from = String(record.get(process.stateField));
  const definition = transitionOf(process, transition);
  if (!definition) throw refuse(400, 'TRANSITION_UNKNOWN', { transition });
  requireSeenState(from, options.seenStates);
  const judge = new PartyJudge(tools.parties, record, actor, transaction);
  if (!options.isEntrusted && !(await judge.isEntitled(definition.by)))
    throw refuse(403, 'TRANSITION_NOT_YOURS', { transition });

  if (!definition.from.includes(from)) await requireNotOvertaken(tools.db, definition.from, from, options);

  const now = options.now ?? clock.now();
  const opinion = readOpinion(options.opinion);
  const values = Object.fromEntries(Object.entries(options.values ?? {}).filter(([, value]) => value !== undefined));
  const needed = [...(definition.requires ?? []), ...(definition.fields ?? [])];
  const plain = await plainRecord(record, needed, transaction);
  const writable = plainTexts(collection, pick(values, definition.fields ?? []));
  const unfit = unfitValues(collection, writable, record.get() as Record<string, unknown>);
  const attempt = { transition, record: plain, opinion, now, actorId: actor.userId };
  const verdict = checkTransition(process, { ...attempt, values: withoutUnfit(values, unfit) });
  // a row would read what is unfit in its own way, and so would the guards
  if (unfit.length > 0) throw new Refusal(400, refusedFor(writable, unfit, reasonsOf(verdict)));
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
  return context;
}

/**
 * An opinion as it is kept; null when nothing of it is seen.
 * @throws Refusal when it holds half of a sign, which the log cannot keep
 */
function readOpinion(given: string | null | undefined): string | null {
  if (!given) return null;
  if (!isWellFormed(given))
    throw new Refusal(400, [{ code: 'VALUE_UNREADABLE', params: { field: 'opinion' }, field: 'opinion' }]);
  return plainLines(given) || null;
}

/** 409 when the row is no longer in a state the caller has seen. */
function requireSeenState(now: string, seenStates: readonly string[] = []): void {
  const seen = seenStates.find((state) => state !== now);
  if (seen !== undefined) throw refuse(409, 'STATE_MOVED_ON', { from: seen, now });
}

/** Nobody can have read a new state and pressed a button in less time, in milliseconds [default]. */
const JUST_NOW = 1000;

/**
 * 409 when a transition is impossible only because somebody was faster. A caller who does not say what was seen is
 * taken to have seen the state at the time the request arrived; and where somebody else has just pressed the same
 * button, the one before.
 */
async function requireNotOvertaken(
  db: Database,
  allowed: readonly string[],
  now: string,
  { collection, recordId, transition, requestedAt, transaction, actor }: PerformOptions,
): Promise<void> {
  if (!requestedAt) return;
  const recent = await db.getModel('hxEvents').findAll({
    where: {
      collectionName: collection,
      recordId: String(recordId),
      at: { [Op.gte]: new Date(requestedAt.getTime() - JUST_NOW) },
      to: { [Op.ne]: null },
    },
    order: ['at', 'id'],
    transaction,
  });
  const overtaking = recent.find(
    (event) =>
      (event.get('at') as Date) >= requestedAt ||
      (event.get('transition') === transition && Number(event.get('actorId')) !== actor.userId),
  );
  const before: unknown = overtaking?.get('from');
  if (typeof before === 'string' && allowed.includes(before)) {
    throw refuse(409, 'STATE_MOVED_ON', { from: before, now });
  }
}

function scalars(collection: Collection, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const own = Object.entries(values).filter(([name]) => !Object.hasOwn(collection.model.associations, name));
  return (collection.model as typeof Model).callSetters(Object.fromEntries(own), {}) as Record<string, unknown>;
}

function pick(values: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}
