/** The pack's own actions, beside those NocoBase gives every collection: each is asked by everybody about what is not theirs. */
import { app } from '../../server/harness';
import type { Caller } from './callers';
import { ask, surplus, type Ask, type Reply } from './inspect';
import type { Matrix } from './matrix';
import type { Report } from './report';
import { Scene } from './scene';
import { WEST } from './town';

interface ResourceLike {
  actions: Map<string, { handler: unknown }>;
}

/** The pack's resources that are no collections, with everything one may ask of them. */
export function ownResources(): [name: string, resource: ResourceLike][] {
  const { resourceManager, db } = app();
  const { resources } = resourceManager as unknown as { resources: Map<string, ResourceLike> };
  return [...resources].filter(([name]) => name.startsWith('hx') && !db.hasCollection(name.split('.')[0]));
}

/** `resource:action` of every action that a plugin of the pack has written itself. */
export function ownEndpoints(): string[] {
  const { resourceManager } = app();
  const registered = resourceManager.getRegisteredHandlers() as Map<string, unknown>;
  const named = [...registered.keys()].filter((name) => name.startsWith('hx') && name.includes(':'));
  const defined = ownResources().flatMap(([name, { actions }]) =>
    [...actions.keys()].map((action) => `${name}:${action}`),
  );
  return [...new Set([...named, ...defined])].sort();
}

/** What a curious caller asks an endpoint: without anything, about a hidden record by its id, about the west. */
function asksOf(matrix: Matrix, caller: Caller, endpoint: string): Ask[] {
  const table = matrix.town.tables.get(endpoint.split(':')[0]) ?? matrix.town.tables.get('hxMemberRegistrations')!;
  const { hidden } = new Scene(matrix.town, matrix.oracle, caller, table);
  const id = hidden ? String(hidden[table.key ?? 'id']) : '1';
  const about = { areaCode: WEST, areaId: String(matrix.town.areaIds.west), collection: table.name, recordId: id };
  const body = {
    ...about,
    ids: [id],
    id,
    taskIds: [id],
    values: {},
    opinion: 'x',
    decision: 'approve',
    reason: 'abcd',
  };
  return [
    { path: endpoint },
    { path: `${endpoint}/${id}`, query: about },
    { method: 'POST', path: `${endpoint}/${id}`, query: about, body },
  ];
}

/** Open to everybody, with the names of places to choose from. */
const NAMES_PLACES = new Set(['hxJoin:areas', 'hxPublicNeeds:areas']);

/**
 * What an answer tells too much. Those without a role of the pack learn nothing of any record but the names of places.
 * With a role, own actions show by rules of their own what no table declares (my tasks, open posts, what I am to decide),
 * which the tests of each action hold; here it is only seen that they neither fail nor show SQL.
 */
function complaints(matrix: Matrix, caller: Caller, endpoint: string, asked: Ask, reply: Reply): string[] {
  const areas = matrix.town.tables.get('hxAreas')!.rows.flatMap(({ id, name }) => [String(id), String(name)]);
  const more = new Set(NAMES_PLACES.has(endpoint) ? areas : []);
  const all = surplus(matrix.oracle, caller, asked, reply, more);
  const hasRole = caller.roles.some((role) => role.startsWith('hx-'));
  return hasRole ? all.filter((text) => !text.startsWith('tells ')) : all;
}

export async function walkEndpoints(
  matrix: Matrix,
  report: Report,
  callers: (caller: Caller) => boolean,
): Promise<void> {
  for (const caller of matrix.town.callers.filter(callers)) {
    for (const endpoint of ownEndpoints()) {
      const problems: string[] = [];
      for (const asked of asksOf(matrix, caller, endpoint)) {
        const reply = await ask(caller.client, asked);
        problems.push(
          ...complaints(matrix, caller, endpoint, asked, reply).map((text) => `${asked.method ?? 'GET'} ${text}`),
        );
      }
      report.requests += 3;
      report.note(caller.name, 'own endpoints', endpoint, problems);
    }
    await matrix.snapshot.restore(await matrix.snapshot.changed());
  }
}
