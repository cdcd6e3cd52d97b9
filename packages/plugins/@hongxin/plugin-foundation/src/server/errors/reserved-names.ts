import { refuse } from './refusal';

/**
 * Names under which JavaScript keeps something of its own in every object. The host copies and merges what a request sends
 * and loses these on the way, so that a condition or a value is passed over without a word; no field is called so.
 */
const RESERVED = ['__proto__', 'constructor'];

/**
 * Walks level by level, like `isDeeperThan`.
 * @throws Refusal 400 naming the first such name among the keys of what was sent
 */
export function requirePlainNames(value: unknown): void {
  let level = [value].filter(isBranch);
  while (level.length > 0) {
    for (const each of level)
      for (const name of RESERVED) if (Object.hasOwn(each, name)) throw refuse(400, 'NAME_RESERVED', { name });
    level = level.flatMap((each) => Object.values(each).filter(isBranch));
  }
}

const isBranch = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Buffer.isBuffer(value) && !(value instanceof Date);
