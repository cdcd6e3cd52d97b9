import type { Collection } from '@nocobase/database';
import type { ProcessDefinition } from '@hongxin/rules/mechanism';

interface Choice {
  value?: unknown;
  label?: unknown;
  color?: unknown;
}

/**
 * A process as people read it: its states are called and coloured as the options of the state field, which an administrator
 * may rename. A renamed state has one name, in every language, unless somebody translates it where NocoBase's titles are
 * translated; one that keeps its shipped name has that in both languages.
 */
export function shownProcess(collection: Collection | undefined, process: ProcessDefinition): ProcessDefinition {
  const choices: unknown = collection?.getField(process.stateField)?.options?.uiSchema?.enum;
  if (!Array.isArray(choices)) return process;
  const renamed = (choices as Choice[]).flatMap(({ value, label, color }) => {
    const state = process.states[String(value)];
    if (!state || typeof label !== 'string' || label.trim() === '') return [];
    const isAsShipped = label === state.label.zh && (color === undefined || color === (state.color ?? 'default'));
    if (isAsShipped) return [];
    const title = label === state.label.zh ? state.label : { zh: label, en: label };
    return [[String(value), { ...state, label: title, ...(typeof color === 'string' ? { color } : {}) }] as const];
  });
  return renamed.length === 0
    ? process
    : ({ ...process, states: { ...process.states, ...Object.fromEntries(renamed) } } as ProcessDefinition);
}
