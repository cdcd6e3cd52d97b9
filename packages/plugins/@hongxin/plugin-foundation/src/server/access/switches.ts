/**
 * Every guard by its name, so that a test can switch one off and see that the matrix of access notices. Packed plugins
 * are built with HX_GUARD_SWITCHES false, and the switches are not in them; elsewhere they listen only inside a test runner
 * and never when the server runs as production.
 */
declare const HX_GUARD_SWITCHES: boolean;

export const GUARDS = [
  'assistants',
  'associationReads',
  'associationWrites',
  'answerFields',
  'bookkeeping',
  'charts',
  'dataSources',
  'exports',
  'imports',
  'masks',
  'moves',
  'parameters',
  'reachable',
  'rows',
  'scopeJoin',
  'searchingWrites',
  'templates',
  'writtenFields',
] as const;
export type Guard = (typeof GUARDS)[number];

/** Where a test puts the names of guards to switch off. */
const SWITCHED_OFF = Symbol.for('hongxin.guards.off');

/** Always true outside the pack's own tests. */
export function isOn(guard: Guard): boolean {
  if (!HX_GUARD_SWITCHES || process.env.APP_ENV === 'production' || process.env.JEST_WORKER_ID === undefined)
    return true;
  return !(globalThis as { [SWITCHED_OFF]?: ReadonlySet<string> })[SWITCHED_OFF]?.has(guard);
}
