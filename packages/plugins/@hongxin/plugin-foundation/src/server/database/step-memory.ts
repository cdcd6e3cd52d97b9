import type { Transaction } from '@nocobase/database';
import type { Scope } from './sql';

/**
 * What one step of many records has read, so that it is not read again for each of them. It lasts as long as the step,
 * inside its transaction: what is kept is what the step does not change, or holds locked.
 */
export interface StepMemory {
  /** How many records take the step. */
  readonly size: number;
  readonly answers: Map<string, Map<string, unknown>>;
  /** What is to be put in order before the step ends; not when it fails, for then all of it is rolled back. */
  readonly closing: (() => Promise<void>)[];
}

const memories = new WeakMap<Transaction, StepMemory>();

export function memoryOf(transaction: Transaction | undefined): StepMemory | undefined {
  return transaction && memories.get(transaction);
}

/** Remembers during the work what is asked with `askEach`; a step within a step shares the outer one's memory. */
export async function withStepMemory<T>(transaction: Transaction, size: number, work: () => Promise<T>): Promise<T> {
  if (memories.has(transaction)) return work();
  const memory: StepMemory = { size, answers: new Map(), closing: [] };
  memories.set(transaction, memory);
  try {
    const result = await work();
    for (const close of memory.closing) await close();
    return result;
  } finally {
    memories.delete(transaction);
  }
}

/**
 * Answers by key; within a step of many records, those that are known already are not read again.
 * @param question what is asked of the keys, the same text for the same question
 * @param read answers those of the keys that there are
 */
export async function askEach<T>(
  { transaction }: Scope,
  question: string,
  keys: readonly string[],
  read: (keys: readonly string[]) => Promise<ReadonlyMap<string, T>>,
): Promise<ReadonlyMap<string, T>> {
  if (keys.length === 0) return new Map();
  const memory = memoryOf(transaction);
  if (!memory) return read(keys);
  const known = memory.answers.get(question) ?? new Map<string, unknown>();
  memory.answers.set(question, known);
  const unknown = keys.filter((key) => !known.has(key));
  if (unknown.length > 0) {
    const found = await read(unknown);
    for (const key of unknown) known.set(key, found.get(key));
  }
  return new Map(keys.filter((key) => known.get(key) !== undefined).map((key) => [key, known.get(key) as T]));
}
