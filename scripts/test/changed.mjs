// What a change can have broken: the rules, and the plugins changed with those that build on them.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { Failure } from '../lib/failure.mjs';
import { listPlugins, ROOT } from '../lib/workspace.mjs';

function git(...args) {
  const { status, stdout } = spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

/** Files changed since the work left main (on main: since the commit before), what is not committed included. */
function changedFiles() {
  const head = git('rev-parse', 'HEAD');
  if (head === null) throw new Failure('--changed asks git what has changed, and this is no clone.');
  const fork = git('merge-base', 'HEAD', 'main') ?? git('merge-base', 'HEAD', 'origin/main');
  const since = fork !== null && fork !== head ? fork : (git('rev-parse', 'HEAD~1') ?? head);
  const tracked = git('diff', '--name-only', since) ?? '';
  const added = git('ls-files', '--others', '--exclude-standard') ?? '';
  return [tracked, added].join('\n').split('\n').filter(Boolean);
}

/** A change here concerns every plugin. */
const EVERYWHERE = /^(packages\/core\/|test\/server\/|scripts\/lib\/|jest\.config|package(-lock)?\.json|tsconfig)/;

/**
 * @param {readonly string[]} files changed ones, from the workspace's root
 * @returns {string[]} folders of the plugins to test, each with those that build on it
 */
export function pluginsConcerned(files, plugins = listPlugins()) {
  if (files.some((file) => EVERYWHERE.test(file))) return plugins.map(({ folder }) => path.basename(folder));
  const concerned = new Set();
  for (const { name, folder, manifest } of plugins) {
    const own = `${path.relative(ROOT, folder)}/`;
    const below = Object.keys(manifest.peerDependencies ?? {});
    // plugins come after those they build on
    if (files.some((file) => file.startsWith(own)) || below.some((each) => concerned.has(each))) concerned.add(name);
  }
  return plugins.filter(({ name }) => concerned.has(name)).map(({ folder }) => path.basename(folder));
}

export const pluginsOfChange = () => pluginsConcerned(changedFiles());
