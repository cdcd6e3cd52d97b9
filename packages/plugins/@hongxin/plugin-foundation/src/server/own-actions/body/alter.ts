import type { BodyField, Fault } from './field';

/** The same field, which may be left out: null is as good as nothing, and so is an empty text where there can be none. */
export const optional = <Value>(field: BodyField<Value>): BodyField<Value | null> => ({ ...field, isOptional: true });

/** The same field, of which another sentence is said where it is missing or wrong. */
export const otherwise = <Value>(field: BodyField<Value>, fault: (value: unknown) => Fault): BodyField<Value> => ({
  ...field,
  fault,
});
