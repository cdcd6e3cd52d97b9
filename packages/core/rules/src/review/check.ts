import { isBlank } from '../mechanism/blank';
import { OPINION_MAX_LENGTH } from '../mechanism/process-check';
import { verdict, type Reason, type Verdict } from '../mechanism/reason';
import { reason } from './reasons';

/** What a node lets its reviewers do and fill. */
export interface ReviewTerms {
  allow: Readonly<Record<'return' | 'reject' | 'transfer' | 'addSigner', boolean>>;
  fields: readonly { name: string; mode: 'read' | 'write' | 'required' }[];
  isOpinionRequiredOnApprove: boolean;
}

export interface ReviewAttempt {
  decision: string;
  opinion?: string | null;
  values?: Readonly<Record<string, unknown>> | null;
  /** The record as it is. */
  record: Readonly<Record<string, unknown>>;
}

const KNOWN = ['approve', 'return', 'reject', 'transfer', 'addSigner'];
/** Decisions that send something back: nothing is sent back unexplained. */
const EXPLAINED = new Set(['return', 'reject']);

/**
 * Whether a decision is complete and within what the node allows.
 * @returns every reason: unknown or forbidden decision, missing or long opinion, values outside the list, required
 *   fields that stay blank (they are asked for when approving)
 */
export function checkReviewDecision(terms: ReviewTerms, attempt: ReviewAttempt): Verdict {
  const { decision, record } = attempt;
  if (!KNOWN.includes(decision)) return verdict([reason('REVIEW_DECISION_UNKNOWN', { decision }, 'decision')]);
  const reasons: Reason[] = [];
  if (decision !== 'approve' && !terms.allow[decision as keyof ReviewTerms['allow']])
    reasons.push(reason('REVIEW_DECISION_NOT_ALLOWED', { decision }, 'decision'));
  reasons.push(...opinionReasons(terms, attempt));
  const modes = new Map(terms.fields.map(({ name, mode }) => [name, mode]));
  const values = Object.entries(attempt.values ?? {}).filter(([, value]) => value !== undefined);
  for (const [name] of values) {
    const mode = modes.get(name);
    if (mode === undefined || mode === 'read') reasons.push(reason('REVIEW_FIELD_NOT_WRITABLE', {}, name));
  }
  if (decision === 'approve') {
    const merged: Record<string, unknown> = { ...record, ...Object.fromEntries(values) };
    for (const { name, mode } of terms.fields) {
      if (mode === 'required' && isBlank(merged[name])) reasons.push(reason('FIELD_REQUIRED', {}, name));
    }
  }
  return verdict(reasons);
}

function opinionReasons(terms: ReviewTerms, { decision, opinion }: ReviewAttempt): Reason[] {
  const length = Array.from((opinion ?? '').trim()).length;
  const isRequired = EXPLAINED.has(decision) || (decision === 'approve' && terms.isOpinionRequiredOnApprove);
  if (length === 0) return isRequired ? [reason('OPINION_REQUIRED', {}, 'opinion')] : [];
  return length > OPINION_MAX_LENGTH
    ? [reason('OPINION_TOO_LONG', { length, max: OPINION_MAX_LENGTH }, 'opinion')]
    : [];
}
