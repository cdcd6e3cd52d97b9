import type { Language } from './localized-text';
import type { ProcessDefinition } from './process';

/** The states of the normal course for a steps bar: the initial one, then those not `side`, as declared. */
export function mainPath<S extends string, T extends string>(process: ProcessDefinition<S, T>): S[] {
  const states = Object.keys(process.states) as S[];
  return [process.initial, ...states.filter((state) => state !== process.initial && !process.states[state].side)];
}

/** The process as a Mermaid state diagram, for the README of a plugin. Ends with a line break. */
export function toMermaid(process: ProcessDefinition, language: Language): string {
  const states = Object.entries(process.states);
  const lines = [
    'stateDiagram-v2',
    ...states.map(([name, { label }]) => `  state "${quotable(label[language])}" as ${name}`),
    `  [*] --> ${process.initial}`,
    ...Object.values(process.transitions).flatMap(({ from, to, label }) =>
      from.map((state) => `  ${state} --> ${to} : ${quotable(label[language])}`),
    ),
    ...states.filter(([, { final }]) => final).map(([name]) => `  ${name} --> [*]`),
  ];
  return `${lines.join('\n')}\n`;
}

/** Signs that end a label in Mermaid, replaced by ones that do not. */
function quotable(text: string): string {
  return text.replace(/"/g, "'").replace(/[:：]/g, ' -').replace(/[;；]/g, ',').replace(/\s+/g, ' ').trim();
}
