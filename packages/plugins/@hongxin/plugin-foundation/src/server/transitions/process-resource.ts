import type { Context, Next } from '@nocobase/actions';
import { mainPath, requiresOpinion, toMermaid, type ProcessDefinition } from '@hongxin/rules';
import { languageOf, refuse } from '../errors';
import type { ProcessRegistration } from '../domain';

/** What everybody signed in may know of a process: its states and transitions, not its guards. */
export function publicProcess(process: ProcessDefinition, language: 'zh' | 'en') {
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
      by: each.by,
      fields: each.fields ?? [],
      requires: each.requires ?? [],
      opinion: requiresOpinion(process, name) ? 'required' : (each.opinion ?? 'optional'),
      appearance: each.appearance ?? 'default',
    })),
    mermaid: toMermaid(process, language),
  };
}

/** Actions of the resource hxProcesses: `list`, and `get/<collection>`. */
export function processActions(processes: ReadonlyMap<string, ProcessRegistration>) {
  return {
    list: async (ctx: Context, next: Next): Promise<void> => {
      const language = languageOf(ctx);
      ctx.body = [...processes.values()].map(({ definition }) => publicProcess(definition, language));
      await next();
    },
    get: async (ctx: Context, next: Next): Promise<void> => {
      const name = String(ctx.action.params.filterByTk ?? '');
      const found = processes.get(name) ?? [...processes.values()].find(({ definition }) => definition.key === name);
      if (!found) throw refuse(404, 'NO_PROCESS', { collection: name.slice(0, 100) });
      ctx.body = publicProcess(found.definition, languageOf(ctx));
      await next();
    },
  };
}
