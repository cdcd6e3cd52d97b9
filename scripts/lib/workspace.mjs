// Where things are in this checkout, and the pack's plugins in the order in which they depend on each other.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const PLUGINS_FOLDER = path.join(ROOT, 'packages/plugins/@hongxin');

/** @param {string} file @returns {Record<string, any>} */
export function readJson(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}

/** The demo city: for trying, never for a production. */
const DEMO = '@hongxin/plugin-longkou';

/** Names of what a production runs, in the order in which it is enabled. */
export function productionPlugins() {
  return listPlugins()
    .map(({ name }) => name)
    .filter((name) => name !== DEMO);
}

/**
 * The pack's plugins, each after the ones it builds on (its peerDependencies inside the pack).
 * @returns {{ name: string, folder: string, manifest: Record<string, any> }[]}
 */
export function listPlugins() {
  const found = new Map();
  for (const entry of fs.readdirSync(PLUGINS_FOLDER, { withFileTypes: true })) {
    const folder = path.join(PLUGINS_FOLDER, entry.name);
    if (!entry.isDirectory() || !fs.existsSync(path.join(folder, 'package.json'))) continue;
    const manifest = readJson(path.join(folder, 'package.json'));
    found.set(manifest.name, { name: manifest.name, folder, manifest });
  }
  const ordered = [];
  const visit = (plugin, trail) => {
    if (ordered.includes(plugin)) return;
    if (trail.includes(plugin.name))
      throw new Error(`Plugins depend on each other in a circle: ${[...trail, plugin.name].join(' -> ')}`);
    for (const dependency of Object.keys(plugin.manifest.peerDependencies ?? {})) {
      if (found.has(dependency)) visit(found.get(dependency), [...trail, plugin.name]);
    }
    ordered.push(plugin);
  };
  for (const name of [...found.keys()].sort()) visit(found.get(name), []);
  return ordered;
}
