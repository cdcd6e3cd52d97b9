import fs from 'node:fs';
import path from 'node:path';
import { toMermaid, type ProcessDefinition } from '@hongxin/rules/mechanism';

const PLUGINS = path.resolve(__dirname, '../../packages/plugins/@hongxin');

/** Every process of every plugin: what a file called `…process.ts` exports. */
const processes = fs.readdirSync(PLUGINS).flatMap((plugin) => {
  const server = path.join(PLUGINS, plugin, 'src/server');
  if (!fs.existsSync(server)) return [];
  return fs
    .readdirSync(server, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|[-/])process\.ts$/.test(file) && !file.includes('__tests__'))
    .flatMap((file) => Object.values(exportsOf(path.join(server, file))).filter(isProcess))
    .map((process): [string, string, ProcessDefinition] => [plugin, process.key, process]);
});

function exportsOf(file: string): Record<string, unknown> {
  return require(file) as Record<string, unknown>;
}

function isProcess(value: unknown): value is ProcessDefinition {
  return typeof value === 'object' && value !== null && 'transitions' in value && 'initial' in value;
}

it('finds the processes', () => expect(processes.length).toBeGreaterThanOrEqual(11));

it.each(processes)(
  'the README of %s shows %s as it is; a failure prints the diagram to paste',
  (plugin, _key, process) => {
    const readme = fs.readFileSync(path.join(PLUGINS, plugin, 'README.md'), 'utf8');
    expect(readme).toContain(`\`\`\`mermaid\n${toMermaid(process, 'en')}\`\`\``);
  },
);
