import type { Collection } from '@nocobase/database';
import type Database from '@nocobase/database';
import type { LocalizedText, ProcessDefinition } from '@hongxin/rules/mechanism';
import { refuse, type Refusal } from '../errors/refusal';

/** The processes of a database's collections, for what knows no more than the collection. */
const known = new WeakMap<Database, Map<string, ProcessDefinition>>();

export function noteProcess(db: Database, process: ProcessDefinition): void {
  known.set(db, (known.get(db) ?? new Map<string, ProcessDefinition>()).set(process.collection, process));
}

/** The process whose states a field holds; undefined for every other field. */
export function processOfField({ db, name }: Collection, field: string): ProcessDefinition | undefined {
  const process = known.get(db)?.get(name);
  return process?.stateField === field ? process : undefined;
}

/** Why a text names no state of a process, or undefined where it does. A misspelt state would find nothing, or be taken for one that has passed. */
export function unknownState(
  process: ProcessDefinition,
  state: unknown,
  field = process.stateField,
): Refusal | undefined {
  if (typeof state === 'string' && Object.hasOwn(process.states, state)) return undefined;
  const labels = Object.entries(process.states);
  const expected: LocalizedText = {
    zh: labels.map(([name, { label }]) => `${label.zh}（${name}）`).join('、'),
    en: labels.map(([name, { label }]) => `${label.en} (${name})`).join(', '),
  };
  return refuse(400, 'STATE_UNKNOWN', { state: String(state).slice(0, 40), expected }, field);
}
