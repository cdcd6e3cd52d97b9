import type { Choice } from '@hongxin/plugin-foundation';

const COLOURS = ['red', 'volcano', 'orange', 'gold', 'green', 'cyan', 'blue', 'purple'];

/** Choices in colours that tell them apart. */
export function coloured(choices: readonly { value: string; label: string }[]): Choice[] {
  return choices.map((choice, index) => ({ ...choice, color: COLOURS[index % COLOURS.length] }));
}
