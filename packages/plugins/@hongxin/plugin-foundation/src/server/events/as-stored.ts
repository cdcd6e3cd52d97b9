/** Halves of a character, which no database keeps as they are. */
const LONE_SURROGATES = /\p{Surrogate}/gu;

/**
 * A value as the database will give it back: a text that cannot be stored as it is would be signed as one thing and read as
 * another, and the log would look forged for good.
 */
export function asStored<T>(value: T): T {
  return storable(value) as T;
}

function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(LONE_SURROGATES, '\uFFFD').replaceAll('\0', '\uFFFD');
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [String(storable(name)), storable(each)]));
}
