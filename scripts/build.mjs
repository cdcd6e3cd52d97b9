// npm run build [-- plugin-name …]: builds the pack's plugins into their dist folders.
import { stampBuild } from './lib/build-if-needed.mjs';
import { buildPlugin } from './lib/build-plugin.mjs';
import { listPlugins } from './lib/workspace.mjs';

const wanted = process.argv.slice(2);
const plugins = listPlugins().filter(
  (plugin) => wanted.length === 0 || wanted.some((name) => plugin.name.endsWith(name)),
);
const started = Date.now();
for (const plugin of plugins) {
  await buildPlugin(plugin, { guardSwitches: true });
  stampBuild(plugin);
}
console.log(`Built ${plugins.length} plugins in ${((Date.now() - started) / 1000).toFixed(1)} s`);
