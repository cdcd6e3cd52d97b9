// What there is to test, and how it is cut into pieces that run beside each other.
import fs from 'node:fs';
import path from 'node:path';
import { listPlugins } from '../lib/workspace.mjs';

/** Suites, each with its jest projects. */
export const SUITES = {
  rules: ['rules'],
  client: ['client'],
  server: ['server'],
  access: ['access'],
  browser: ['city', 'installation', 'processes'],
};

export const CHECKS = {
  types: ['typescript/bin/tsc', '-p', '.', '--noEmit'],
  lint: ['eslint/bin/eslint.js', 'packages', 'test', 'e2e'],
  format: ['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', 'packages', 'scripts', 'test', 'e2e'],
};

/** A plugin with more files of server tests than this has a process of its own: each costs a start of NocoBase. */
const MANY_FILES = 30;

const isServerTest = (file) => /(^|\/)src\/server\/.*__tests__\/.*\.test\.ts$/.test(file);

/**
 * The server suite in parts: the large plugins each by itself, all others together.
 * @returns {{ name: string, patterns: string[] }[]} every plugin is in one of them
 */
export function serverParts(plugins = listPlugins()) {
  const counted = plugins.map(({ name, folder }) => ({
    pattern: `${path.basename(folder)}/`,
    name: name.replace('@hongxin/plugin-', ''),
    files: fs.readdirSync(folder, { recursive: true }).filter(isServerTest).length,
  }));
  const large = counted.filter(({ files }) => files > MANY_FILES).toSorted((one, other) => other.files - one.files);
  const small = counted.filter(({ files }) => files <= MANY_FILES);
  const others = { name: 'others', patterns: small.map(({ pattern }) => pattern) };
  return [...large.map(({ name, pattern }) => ({ name, patterns: [pattern] })), ...(small.length > 0 ? [others] : [])];
}

/** What all parts of a run may take on two quiet cores, in minutes. Machines are noisy: what takes longer is warned of. */
export const BUDGETS = {
  types: 2,
  lint: 3,
  format: 1,
  rules: 1,
  client: 3,
  server: 18,
  access: 6,
  city: 12,
  installation: 10,
  processes: 4,
  'whole run': 40,
};
