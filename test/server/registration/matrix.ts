/** Every state × transition × person of a process, through HTTP: who may does, and nobody else changes anything. */
import type { ProcessDefinition } from '@hongxin/rules/mechanism';
import type { Client } from '../harness';
import { tryStep } from './service';
import { rowText } from './tables';
import { codes } from './town';

/** People by name. */
export type Cast = Readonly<Record<string, Client>>;

/** Who may do what in which state; written down independently of the process's own table. */
export type Allowed = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

export interface Matrix {
  process: ProcessDefinition;
  allowed: Allowed;
  /** People who try every transition; asked for once the town is built. */
  cast(): Cast;
  /** A fresh record in a state, ready for the transition that is to succeed. */
  make(state: string, transition?: string): Promise<unknown>;
  /** What a transition asks for, so that a refusal is never about something missing. */
  order?(transition: string): Record<string, unknown>;
}

/** Declares the tests of a matrix; the states and transitions are those of the process. */
export function describeMatrix({ process, allowed, cast, make, order = () => ({}) }: Matrix): void {
  const { collection, stateField } = process;
  const transitions = Object.keys(process.transitions);
  const entitled = (transition: string, person: string): boolean =>
    Object.values(allowed).some((row) => row[transition]?.includes(person));

  it.each(Object.keys(process.states))(
    '%s: refuses all that is not in the table, and stays as it is',
    async (state) => {
      const id = await make(state);
      const before = await rowText(collection, id);
      const wrong: string[] = [];
      for (const transition of transitions)
        for (const [person, client] of Object.entries(cast())) {
          if (allowed[state]?.[transition]?.includes(person)) continue;
          const answer = await tryStep(client, collection, id, transition, order(transition));
          // 400: a person who may, in another state; 409: one who pressed too late
          const expected = entitled(transition, person) ? [400, 403, 404, 409] : [403, 404];
          if (!expected.includes(answer.status))
            wrong.push(`${transition} by ${person}: ${answer.status} ${codes(answer).join()}`);
        }
      expect(wrong).toEqual([]);
      expect(await rowText(collection, id)).toBe(before);
    },
  );

  const steps = Object.entries(allowed).flatMap(([state, row]) =>
    Object.entries(row).flatMap(([transition, people]) => people.map((person) => [state, transition, person] as const)),
  );
  it.each(steps)('%s: goes on by %s of %s', async (state, transition, person) => {
    const id = await make(state, transition);
    const answer = await tryStep(cast()[person], collection, id, transition, order(transition));
    expect([answer.status, codes(answer)]).toEqual([200, []]);
    expect(answer.body.data[stateField]).toBe(process.transitions[transition].to);
  });
}
