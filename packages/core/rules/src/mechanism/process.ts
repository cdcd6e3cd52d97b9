import type { AreaLevel } from './area-code';
import type { LocalizedText } from './localized-text';
import type { Reason } from './reason';

export type { Language, LocalizedText } from './localized-text';

/**
 * Who may perform a transition: the record's owner, the system itself, a role (narrowed to posts at some levels of
 * area), or whoever a party resolver registered on the server under this name says (`unitLiaison`, …). A role with a
 * relation is entitled where both hold.
 */
export type Party =
  | 'owner'
  | 'system'
  | { role: string; level?: AreaLevel | readonly AreaLevel[]; relation?: string }
  | { role?: undefined; relation: string };

/** A state. `side` states are off the main path (returned, withdrawn); nothing leaves a `final` one. */
export interface StateDefinition {
  label: LocalizedText;
  color?: string;
  final?: boolean;
  side?: boolean;
}

/** What a guard knows besides the record. */
export interface GuardContext {
  now: Date;
  actorId: number | null;
}

/** A step between states. */
export interface TransitionDefinition<S extends string = string> {
  label: LocalizedText;
  from: readonly S[];
  to: S;
  by: readonly Party[];
  /** Record fields that must be filled once the values are merged. */
  requires?: readonly string[];
  /** Fields the actor may, and only may, fill along with the transition. */
  fields?: readonly string[];
  /** Default `optional`; transitions named `return` or `reject` always need one. */
  opinion?: 'required' | 'optional' | 'none';
  /** Further conditions on the merged record. It also runs while fields are missing, so it must bear blanks. */
  guard?: (record: Readonly<Record<string, unknown>>, context: GuardContext) => Reason[];
  appearance?: 'primary' | 'default' | 'danger';
  confirm?: LocalizedText;
}

/** A process is data: states and the transitions between them, of one collection. */
export interface ProcessDefinition<S extends string = string, T extends string = string> {
  key: string;
  title: LocalizedText;
  collection: string;
  stateField: string;
  initial: S;
  states: Readonly<Record<S, StateDefinition>>;
  transitions: Readonly<Record<T, TransitionDefinition<S>>>;
}

/** Thrown by `defineProcess`; `defects` lists everything wrong with the definition. */
export class ProcessDefinitionError extends Error {
  constructor(
    readonly processKey: string,
    readonly defects: readonly string[],
  ) {
    super(`Process "${processKey}" is not sound:\n- ${defects.join('\n- ')}`);
    this.name = 'ProcessDefinitionError';
  }
}

/**
 * Declares a process and proves it sound.
 * @throws ProcessDefinitionError naming all defects: unknown states, a state nobody can reach or leave, a transition
 *   out of a final state, one nobody may perform, one that writes the state field
 */
export function defineProcess<S extends string, T extends string>(
  definition: ProcessDefinition<S, T>,
): ProcessDefinition<S, T> {
  const defects = [...unknownStates(definition), ...brokenTransitions(definition), ...strandedStates(definition)];
  if (defects.length > 0) {
    throw new ProcessDefinitionError(definition.key, defects);
  }
  return definition;
}

/** The transition of this name, or undefined; inherited names such as `constructor` are unknown. */
export function transitionOf(process: ProcessDefinition, transition: string): TransitionDefinition | undefined {
  return has(process.transitions, transition) ? process.transitions[transition] : undefined;
}

/** Names of the transitions that leave a state, in the order they are declared. */
export function transitionsFrom<S extends string, T extends string>(
  process: ProcessDefinition<S, T>,
  state: string,
): T[] {
  return (Object.keys(process.transitions) as T[]).filter((name) =>
    (process.transitions[name].from as readonly string[]).includes(state),
  );
}

/** Whether a transition needs an opinion: declared so, or named `return` or `reject` (nothing is sent back unexplained). */
export function requiresOpinion(process: ProcessDefinition, transition: string): boolean {
  const definition = transitionOf(process, transition);
  return definition !== undefined && (/^(return|reject)$/.test(transition) || definition.opinion === 'required');
}

function unknownStates(process: ProcessDefinition): string[] {
  const defects = has(process.states, process.initial)
    ? []
    : [`initial state "${process.initial}" is not among its states`];
  for (const [name, transition] of Object.entries(process.transitions)) {
    for (const state of new Set([...transition.from, transition.to])) {
      if (!has(process.states, state)) {
        defects.push(`transition "${name}" names unknown state "${state}"`);
      }
    }
  }
  return defects;
}

function brokenTransitions(process: ProcessDefinition): string[] {
  return Object.entries(process.transitions).flatMap(([name, transition]) => [
    ...(transition.by.length === 0 ? [`transition "${name}" can be performed by nobody: "by" is empty`] : []),
    ...(transition.from.length === 0 ? [`transition "${name}" starts nowhere: "from" is empty`] : []),
    ...(transition.fields?.includes(process.stateField)
      ? [`transition "${name}" lets the actor write the state field`]
      : []),
    ...transition.from
      .filter((state) => has(process.states, state) && process.states[state].final)
      .map((state) => `transition "${name}" leaves final state "${state}"`),
  ]);
}

function strandedStates(process: ProcessDefinition): string[] {
  const transitions = Object.values(process.transitions);
  const reached = new Set([process.initial]);
  for (const state of reached) {
    transitions.filter(({ from }) => from.includes(state)).forEach(({ to }) => reached.add(to));
  }
  return Object.entries(process.states).flatMap(([state, { final }]) => [
    ...(reached.has(state) ? [] : [`state "${state}" cannot be reached from "${process.initial}"`]),
    ...(final || transitions.some(({ from, to }) => from.includes(state) && to !== state)
      ? []
      : [`state "${state}" is not final and has no way out`]),
  ]);
}

function has(table: object, key: string): boolean {
  return Object.prototype.hasOwnProperty.call(table, key);
}
