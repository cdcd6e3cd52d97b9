import type { LocalizedText } from './localized-text';

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

/** Message templates (i18next-style `{{param}}`) by code. */
export type ReasonTexts = Readonly<Record<string, LocalizedText>>;

/** Builds a reason. With `field`, the name of the record's field it is about, the message's params name it too. */
export type MakeReason<Code extends string> = (code: Code, params?: ReasonParams, field?: string) => Reason;

/** What builds reasons of these catalogues and no others; a misspelt code does not compile. */
export function reasonMaker<const Catalogues extends readonly ReasonTexts[]>(
  ..._catalogues: Catalogues
): MakeReason<keyof UnionToIntersection<Catalogues[number]> & string> {
  return (code, params = {}, field) =>
    field === undefined ? { code, params } : { code, params: { ...params, field }, field };
}

type UnionToIntersection<Union> = (Union extends unknown ? (value: Union) => void : never) extends (
  value: infer Intersection,
) => void
  ? Intersection
  : never;

/** Yes when there is nothing to object, otherwise no with all reasons. */
export function verdict(reasons: Reason[]): Verdict {
  return reasons.length === 0 ? { ok: true } : { ok: false, reasons };
}

/** The reasons of an answer; empty when it is yes. Accepts any answer shaped like a verdict. */
export function reasonsOf(answer: { ok: true } | { ok: false; reasons: Reason[] }): Reason[] {
  return answer.ok ? [] : answer.reasons;
}
