import type { LocalizedText, Reason } from '@hongxin/rules/mechanism';

/** What is wrong with a value; the field is named by whoever reads the body. */
export interface Fault {
  code: string;
  params?: Reason['params'];
}

export type Reading<Value> = { ok: true; value: Value } | { ok: false; fault: Fault };

/** One field of the body of an own action: what it holds, what people call it, and what it may not be. */
export interface BodyField<Value = unknown> {
  readonly kind: string;
  readonly title: LocalizedText;
  readonly isOptional: boolean;
  /** Whether an empty text is as good as nothing. */
  readonly isEmptyNothing: boolean;
  /** The facts of its kind, e.g. its bounds. */
  readonly facts: { readonly min?: number; readonly max?: number };
  /** Reads what is there. */
  read(value: unknown): Reading<Value>;
  /** What is said instead of what the kind says, of a value that is wrong or missing. */
  readonly fault?: (value: unknown) => Fault;
}

export type BodyFields = Readonly<Record<string, BodyField>>;

/** What the work of an action is handed for the fields it has declared. */
export type BodyOf<Fields extends BodyFields> = {
  readonly [Name in keyof Fields]: Fields[Name] extends BodyField<infer Value> ? Value : never;
};

export const right = <Value>(value: Value): Reading<Value> => ({ ok: true, value });

export const wrong = (code: string, params: Reason['params'] = {}): { ok: false; fault: Fault } => ({
  ok: false,
  fault: { code, params },
});

/** The value is of another shape than the kind. */
export const notA = (expected: LocalizedText): { ok: false; fault: Fault } => wrong('BODY_FIELD_INVALID', { expected });
