/** Every event that the pack writes has words in both languages: a history never begins with a name of the program. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from '@test/server/harness';
import type PluginFoundation from '../../plugin';
import { eventLabel } from '../labels';

const PLUGINS = join(__dirname, '../../../../..');

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['__tests__', 'node_modules', 'dist'].includes(entry.name) ? [] : sources(path);
    return /\/server\/.*\.ts$/.test(path) ? [readFileSync(path, 'utf8')] : [];
  });
}

/** Said of the parameter `transition` itself: its shape and its name. */
const NO_EVENTS = new Set(['text', 'transition']);

/** Names that stand in the program as `transition: 'name'`, or as a constant of the same file. */
function writtenNames(): string[] {
  const names = sources(PLUGINS).flatMap((text) => [
    ...[...text.matchAll(/\btransition: '(\w+)'/g)].map(([, name]) => name),
    ...[...text.matchAll(/\btransition: ([A-Z][A-Z_]+)\b/g)].flatMap(
      ([, constant]) => new RegExp(`const ${constant} = '(\\w+)'`).exec(text)?.[1] ?? [],
    ),
  ]);
  return [...new Set(names)].filter((name) => !NO_EVENTS.has(name)).sort();
}

it('has a label in both languages for every name', () => {
  const { transitions } = app().pm.get('@hongxin/plugin-foundation') as PluginFoundation;
  const processes = [...app().db.collections.keys()].flatMap((name) => transitions.processOf(name)?.definition ?? []);
  const names = writtenNames();
  expect(names).toEqual(expect.arrayContaining(['make', 'export', 'reveal', 'reviewUrge']));
  const isNamed = (name: string): boolean =>
    [undefined, ...processes].some((process) =>
      (['zh', 'en'] as const).every((language) => eventLabel(process, name, language) !== name),
    );
  expect(names.filter((name) => !isNamed(name))).toEqual([]);
});
