import { isBlank } from './blank';
import { requiresOpinion, transitionOf, type ProcessDefinition } from './process';
import { verdict, type Reason, type Verdict } from './reason';
import { reason } from './reasons';

/** Longest opinion, in characters [default]. */
export const OPINION_MAX_LENGTH = 2000;

/** A transition somebody wants to perform. */
export interface TransitionAttempt {
  transition: string;
  /** The record as it is now, the state field included. */
  record: Readonly<Record<string, unknown>>;
  /** Fields filled along with the transition; those that are undefined count as not sent. */
  values?: Readonly<Record<string, unknown>> | null;
  opinion?: string | null;
  now: Date;
  actorId: number | null;
}

/**
 * Whether a transition may happen, whoever asks (parties are checked on the server).
 * @returns every unmet reason: unknown transition, wrong state, values that may not be written, required fields, the
 *   opinion, and those of the transition's guard
 */
export function checkTransition(process: ProcessDefinition, attempt: TransitionAttempt): Verdict {
  const { transition, record } = attempt;
  const definition = transitionOf(process, transition);
  if (!definition) {
    return verdict([reason('TRANSITION_UNKNOWN', { transition })]);
  }
  const reasons: Reason[] = [];
  const state = record[process.stateField];
  if (typeof state !== 'string' || !definition.from.includes(state)) {
    const params = {
      transition,
      state: typeof state === 'string' ? state : null,
      expected: definition.from.join(', '),
    };
    reasons.push(reason('TRANSITION_NOT_FROM_STATE', params));
  }
  const writable = new Set(definition.fields ?? []);
  const merged: Record<string, unknown> = { ...record };
  for (const [field, value] of Object.entries(attempt.values ?? {})) {
    if (value !== undefined && writable.has(field)) {
      merged[field] = value;
    } else if (value !== undefined) {
      reasons.push(reason('FIELD_NOT_WRITABLE', { transition }, field));
    }
  }
  for (const field of definition.requires ?? []) {
    if (isBlank(merged[field])) {
      reasons.push(reason('FIELD_REQUIRED', {}, field));
    }
  }
  reasons.push(...opinionReasons(attempt.opinion, requiresOpinion(process, transition)));
  reasons.push(...(definition.guard?.(merged, { now: attempt.now, actorId: attempt.actorId }) ?? []));
  return verdict(withoutRepeats(reasons));
}

function opinionReasons(opinion: string | null | undefined, isRequired: boolean): Reason[] {
  if (isBlank(opinion)) {
    return isRequired ? [reason('OPINION_REQUIRED', {}, 'opinion')] : [];
  }
  const length = Array.from((opinion ?? '').trim()).length;
  return length > OPINION_MAX_LENGTH
    ? [reason('OPINION_TOO_LONG', { length, max: OPINION_MAX_LENGTH }, 'opinion')]
    : [];
}

/** A guard and `requires` may object to the same field; the user reads it once. */
function withoutRepeats(reasons: Reason[]): Reason[] {
  const seen = new Set<string>();
  return reasons.filter(({ code, field, params }) => {
    const key = field === undefined ? JSON.stringify([code, params]) : JSON.stringify([code, field]);
    return !seen.has(key) && Boolean(seen.add(key));
  });
}
