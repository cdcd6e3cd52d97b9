import type { Context, Next } from '@nocobase/actions';
import { mainPath, requiresOpinion, toMermaid, type Party, type ProcessDefinition } from '@hongxin/rules/mechanism';
import { languageOf, refuse } from '../errors';

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
export function processActions({ all, shown, party }: ShownProcesses) {
  return {
    list: async (ctx: Context, next: Next): Promise<void> => {
      const language = languageOf(ctx);
      ctx.body = all().map((collection) => publicProcess(shown(collection) as ProcessDefinition, language, party));
      await next();
    },
    get: async (ctx: Context, next: Next): Promise<void> => {
      const name = String(ctx.action.params.filterByTk ?? '');
      const found =
        shown(name) ??
        all()
          .map(shown)
          .find((process) => process?.key === name);
      if (!found) throw refuse(404, 'NO_PROCESS', { collection: name.slice(0, 100) });
      ctx.body = publicProcess(found, languageOf(ctx), party);
      await next();
    },
  };
}
