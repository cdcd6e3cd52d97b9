import { mainPath, requiresOpinion, toMermaid, type Party, type ProcessDefinition } from '@hongxin/rules/mechanism';
import { refuse } from '../errors';
import { action, type ActionsOfResource } from '../own-actions';

/** Collections that have a process, and how each is read. */
interface ShownProcesses {
  all(): readonly string[];
  shown(collection: string): ProcessDefinition | undefined;
  /** Who acts, with what they are called. */
  party(party: Party): unknown;
}

/** What everybody signed in may know of a process: its states and transitions, not its guards. */
export function publicProcess(process: ProcessDefinition, language: 'zh' | 'en', party: ShownProcesses['party']) {
  return {
    key: process.key,
    title: process.title,
    collection: process.collection,
    stateField: process.stateField,
    initial: process.initial,
    mainPath: mainPath(process),
    states: Object.entries(process.states).map(([name, { label, color, final, side }]) => ({
      name,
      label,
      color: color ?? null,
      final: final ?? false,
      side: side ?? false,
    })),
    transitions: Object.entries(process.transitions).map(([name, each]) => ({
      name,
      label: each.label,
      from: each.from,
      to: each.to,
      by: each.by.map(party),
      fields: each.fields ?? [],
      requires: each.requires ?? [],
      opinion: requiresOpinion(process, name) ? 'required' : (each.opinion ?? 'optional'),
      appearance: each.appearance ?? 'default',
    })),
    mermaid: toMermaid(process, language),
  };
}

/** Actions of the resource hxProcesses: `list`, and `get/<collection>`. */
export function processActions({ all, shown, party }: ShownProcesses): ActionsOfResource {
  return {
    list: action({ right: 'loggedIn' }, ({ language }) =>
      all().map((collection) => publicProcess(shown(collection) as ProcessDefinition, language, party)),
    ),
    // named by its collection or its key: no record has it for an id
    get: action({ right: 'loggedIn' }, ({ ctx, language }) => {
      const name = String(ctx.action.params.filterByTk ?? '');
      const found =
        shown(name) ??
        all()
          .map(shown)
          .find((process) => process?.key === name);
      if (!found) throw refuse(404, 'NO_PROCESS', { collection: name.slice(0, 100) });
      return publicProcess(found, language, party);
    }),
  };
}
