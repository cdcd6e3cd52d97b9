// Builds one plugin package without NocoBase's own build, which is not on the registry.
//   dist/server/**         CommonJS, one file per source file (NocoBase looks into dist/server/{collections,migrations})
//   dist/shared/**         what server and client both import, for the server
//   dist/node_modules/**   what the plugin needs and the host does not have (its "dependencies"), one file each
//   dist/client-v2/, dist/client/   see build-client.mjs
//   dist/locale/*.json, dist/externalVersion.js
import { build } from 'esbuild';
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { buildClient } from './build-client.mjs';
import { writeLocale } from './locale.mjs';
import { readJson, ROOT } from './workspace.mjs';

function filesBelow(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(file) : [file];
  });
}

/** One file per source file: NocoBase looks for collections and migrations by their paths. */
async function compile(source, target, guardSwitches) {
  const entryPoints = filesBelow(source).filter((file) => /\.ts$/.test(file) && !/\.d\.ts$|__tests__/.test(file));
  if (entryPoints.length === 0) return;
  await build({
    entryPoints,
    bundle: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    sourcemap: 'linked',
    sourcesContent: false,
    // What tests switch off (access/switches.ts) is not even in a packed plugin.
    define: { HX_GUARD_SWITCHES: String(guardSwitches) },
    minifySyntax: !guardSwitches,
    outbase: source,
    outdir: target,
  });
}

async function buildServer({ folder }, dist, guardSwitches) {
  await compile(path.join(folder, 'src/server'), path.join(dist, 'server'), guardSwitches);
  await compile(path.join(folder, 'src/shared'), path.join(dist, 'shared'), guardSwitches);
  for (const file of filesBelow(path.join(folder, 'src/server')).filter((each) => /\.(json|svg|csv)$/.test(each))) {
    const target = path.join(dist, 'server', path.relative(path.join(folder, 'src/server'), file));
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.copyFileSync(file, target);
  }
}

/** A plugin is installed alone into a stock NocoBase: what it depends on travels inside it. */
async function bundleDependencies({ folder, manifest }, dist) {
  for (const name of Object.keys(manifest.dependencies ?? {})) {
    const target = path.join(dist, 'node_modules', name);
    const isOurs = fs.realpathSync(path.join(ROOT, 'node_modules', name)).startsWith(path.join(ROOT, 'packages'));
    const entry = isOurs ? await compilePackage(name, target) : await bundlePackage(name, target, folder);
    const { version } = readJson(path.join(ROOT, 'node_modules', name, 'package.json'));
    fs.writeFileSync(path.join(target, 'package.json'), `${JSON.stringify({ name, version, ...entry }, null, 2)}\n`);
  }
}

/** A package of this workspace: its files one by one, under the addresses that its own manifest gives them. */
async function compilePackage(name, target) {
  const source = fs.realpathSync(path.join(ROOT, 'node_modules', name));
  await compile(path.join(source, 'src'), path.join(target, 'src'), false);
  const { exports } = readJson(path.join(source, 'package.json'));
  return {
    exports: Object.fromEntries(Object.entries(exports).map(([key, file]) => [key, file.replace(/\.ts$/, '.js')])),
  };
}

/** A library: one file. */
async function bundlePackage(name, target, folder) {
  const require = createRequire(path.join(folder, 'package.json'));
  await build({
    entryPoints: [require.resolve(name, { paths: [folder, ROOT] })],
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    outfile: path.join(target, 'index.js'),
  });
  return { main: 'index.js' };
}

/** NocoBase's plugin manager reads this to say whether the package fits the host. */
function writeExternalVersions(dist, externals) {
  const nocobase = readJson(path.join(ROOT, 'node_modules/@nocobase/app/package.json')).version;
  const versions = { '@nocobase/server': nocobase };
  for (const external of externals) {
    const name = external
      .split('/')
      .slice(0, external.startsWith('@') ? 2 : 1)
      .join('/');
    const file = path.join(ROOT, 'node_modules', name, 'package.json');
    if (name.startsWith('@nocobase/')) versions[name] = nocobase;
    else if (!name.startsWith('@hongxin/') && fs.existsSync(file)) versions[name] = readJson(file).version;
  }
  fs.writeFileSync(path.join(dist, 'externalVersion.js'), `module.exports = ${JSON.stringify(versions, null, 2)};\n`);
}

/**
 * Builds a plugin into its `dist` folder, or into another one.
 * @param {{ name: string, folder: string, manifest: Record<string, any> }} plugin
 * @param {{ minify?: boolean, guardSwitches?: boolean, dist?: string }} [options] `guardSwitches`: tests may switch
 *   guards off
 */
export async function buildPlugin(
  plugin,
  { minify = true, guardSwitches = false, dist = path.join(plugin.folder, 'dist') } = {},
) {
  fs.rmSync(dist, { recursive: true, force: true });
  fs.mkdirSync(dist, { recursive: true });
  const externals = await buildClient(plugin, dist, minify);
  await buildServer(plugin, dist, guardSwitches);
  await bundleDependencies(plugin, dist);
  writeLocale(path.join(plugin.folder, 'src/locale'), path.join(dist, 'locale'));
  writeExternalVersions(dist, externals);
}
