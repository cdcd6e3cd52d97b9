import type { DomainPart } from './part';

type Table = Readonly<Record<string, unknown>>;

/** Tables of tables: parts add to what others have under the same name. */
const NESTED = new Set(['resources']);

/**
 * Everything that the parts of a plugin bring, as one: lists one after the other, tables by their names; rules and other
 * lists under one name one after the other.
 * @throws when two parts say something else under one name
 */
export function joinParts(parts: readonly DomainPart[]): DomainPart {
  const joined: Record<string, unknown> = {};
  for (const part of parts)
    for (const [key, value] of Object.entries(part)) {
      if (value !== undefined) joined[key] = key in joined ? both(key, joined[key], value) : value;
    }
  return joined;
}

function both(key: string, one: unknown, other: unknown): unknown {
  if (Array.isArray(one) && Array.isArray(other)) return [...(one as unknown[]), ...(other as unknown[])];
  if (typeof one === 'function') throw new Error(`Two parts say ${key}; one of them has to go`);
  const [first, second] = [one as Table, other as Table];
  const result: Record<string, unknown> = { ...first };
  for (const [name, value] of Object.entries(second)) {
    const known = Object.hasOwn(result, name) ? result[name] : undefined;
    if (known === undefined) result[name] = value;
    else if (Array.isArray(known) || NESTED.has(key)) result[name] = both(`${key} ${name}`, known, value);
    else throw new Error(`Two parts say ${key} ${name}; one of them has to go`);
  }
  return result;
}
