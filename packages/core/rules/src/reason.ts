import { joinReasons } from './join-reasons';
import type { LocalizedText } from './localized-text';
import { AMOUNT_REASONS } from './reasons/amounts';
import { AREA_CODE_REASONS } from './reasons/area-code';
import { DAY_TEXT_REASONS } from './reasons/day-text';
import { IDENTITY_REASONS } from './reasons/identity';
import { NUMBERING_REASONS } from './reasons/numbering';
import { ORGANIZATION_REASONS } from './reasons/organization';
import { POST_TERM_REASONS } from './reasons/post-term';
import { PROCESS_REASONS } from './reasons/process';
import { REGISTRATION_REASONS } from './reasons/registration';
import { ROLL_UPLOAD_REASONS } from './reasons/roll-upload';
import { SERVICE_REASONS } from './reasons/service';
import { REVIEW_REASONS } from './reasons/review';
import { WORKING_TIME_REASONS } from './reasons/working-time';
import { YEAR_FEEDBACK_REASONS } from './reasons/year-feedback';

/** Values a reason's message may name. Codes (levels, states) are given as codes; see `describeReason`. */
export type ReasonParams = Record<string, string | number | boolean | null | LocalizedText>;

/** A record of many that a reason is about, and what is particular to it. */
export interface ReasonRecord {
  name: string;
  detail?: LocalizedText;
}

/** Why a rule says no: a stable code, what the message names, and the field to put it next to. */
export interface Reason {
  code: string;
  params?: ReasonParams;
  field?: string;
  /** The records it is about, where many were asked for at once; see `reasonsOnce`. */
  records?: readonly ReasonRecord[];
}

/** The answer of every rule that decides; a refusal carries all reasons, not the first. */
export type Verdict = { ok: true } | { ok: false; reasons: Reason[] };

/** Message templates (i18next-style `{{param}}`) of every reason the rules emit. */
export const REASON_CODES = joinReasons(
  AREA_CODE_REASONS,
  PROCESS_REASONS,
  ORGANIZATION_REASONS,
  POST_TERM_REASONS,
  WORKING_TIME_REASONS,
  AMOUNT_REASONS,
  NUMBERING_REASONS,
  DAY_TEXT_REASONS,
  IDENTITY_REASONS,
  REGISTRATION_REASONS,
  ROLL_UPLOAD_REASONS,
  YEAR_FEEDBACK_REASONS,
  SERVICE_REASONS,
  REVIEW_REASONS,
);

/** A reason code the rules themselves emit. */
export type ReasonCode = keyof typeof REASON_CODES;

/**
 * Builds a reason of the catalogue. With `field`, the message's params name it too.
 * @param field name of the record's field the reason is about
 */
export function reason(code: ReasonCode, params: ReasonParams = {}, field?: string): Reason {
  if (field === undefined) {
    return { code, params };
  }
  return { code, params: { ...params, field }, field };
}

/** Yes when there is nothing to object, otherwise no with all reasons. */
export function verdict(reasons: Reason[]): Verdict {
  return reasons.length === 0 ? { ok: true } : { ok: false, reasons };
}

/** The reasons of an answer; empty when it is yes. Accepts any answer shaped like a verdict. */
export function reasonsOf(answer: { ok: true } | { ok: false; reasons: Reason[] }): Reason[] {
  return answer.ok ? [] : answer.reasons;
}

/** One answer from several: yes when all say yes, otherwise every reason in order. */
export function allOf(...answers: Verdict[]): Verdict {
  return verdict(answers.flatMap(reasonsOf));
}
