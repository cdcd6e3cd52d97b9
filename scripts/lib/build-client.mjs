// Builds the client of a plugin:
//   dist/client-v2/index.js     one AMD module "<package>/client-v2" with all that is needed at once; the host's requirejs resolves
//                               what the host provides
//   dist/client-v2/<name>-*.js  what the sources `import()`, fetched when it is first asked for
//   dist/client-v2/<plugin>.js   from src/client-v2/stand-ins/<plugin>.ts: what is loaded in the place of a host plugin that is off
//   dist/client/index.js        a three-line AMD module for the legacy runtime that returns the one above
import { build, transform } from 'esbuild';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { clientPieces } from './client-pieces.mjs';

// The modules that NocoBase 2.2 provides to client bundles; a second copy of one of them would break it.
const HOST_MODULES = new Set([
  'react',
  'react-dom',
  'react/jsx-runtime',
  'react-router',
  'react-router-dom',
  'antd',
  'antd-style',
  '@ant-design/icons',
  '@ant-design/cssinjs',
  'i18next',
  'react-i18next',
  '@formily/antd-v5',
  '@formily/core',
  '@formily/react',
  '@formily/reactive',
  '@formily/shared',
  '@nocobase/client-v2',
  '@nocobase/flow-engine',
  '@nocobase/utils/client',
  '@nocobase/evaluators/client',
  '@dnd-kit/core',
  '@dnd-kit/sortable',
  '@ctrl/tinycolor',
  'ahooks',
  'axios',
  'dayjs',
  'lodash',
  '@emotion/css',
  'file-saver',
]);
const HOST_ROOTS =
  /^(react|react-dom|antd|antd-style|@ant-design\/(icons|cssinjs)|i18next|react-i18next|@formily\/.+|@nocobase\/.+)(\/|$)/;
const PLUGIN_CLIENT = /^@(nocobase|hongxin)\/plugin-[^/]+\/client-v2$/;

const hostModules = {
  name: 'host-modules',
  setup(builder) {
    builder.onResolve({ filter: /^[^./]/ }, (request) => {
      if (request.kind === 'entry-point') return undefined;
      if (HOST_MODULES.has(request.path) || PLUGIN_CLIENT.test(request.path))
        return { path: request.path, external: true };
      if (HOST_ROOTS.test(request.path)) {
        return {
          errors: [
            { text: `"${request.path}" is not provided by the NocoBase host (imported by ${request.importer})` },
          ],
        };
      }
      return undefined;
    });
  },
};

const SHARED = './shared';
const fileOf = (output) => `./${path.basename(output)}`;

/**
 * Sources as pieces by the name of their file: esbuild cuts them along every `import()`.
 * @returns {Promise<{ pieces: Record<string, string>, metafile: import('esbuild').Metafile }>}
 */
async function cut(folder, entry, minify) {
  const { outputFiles, metafile } = await build({
    absWorkingDir: folder,
    entryPoints: { index: entry },
    bundle: true,
    splitting: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2019',
    supported: { 'dynamic-import': true },
    jsx: 'transform',
    minify,
    keepNames: true, // a FlowModel is found by its class name
    metafile: true,
    legalComments: 'none',
    charset: 'utf8',
    loader: { '.png': 'dataurl', '.svg': 'dataurl', '.css': 'text' },
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [hostModules],
    chunkNames: '[name]-[hash]',
    outdir: path.join(folder, 'dist/client-v2'),
  });
  const pieces = {};
  for (const { path: file, text } of outputFiles) {
    // the loader of client-pieces.mjs in the place of the browser's own
    const asked = text.replace(/\bimport\((["']\.\/[^"']+["'])\)/g, 'load($1)');
    pieces[fileOf(file)] = (await transform(asked, { format: 'cjs', target: 'es2019', charset: 'utf8', minify })).code;
  }
  return { pieces, metafile };
}

/** Which pieces a piece needs as soon as it runs, itself among them. */
function needsOf(outputs, name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  for (const { path: file, kind, external } of outputs[name].imports) {
    if (!external && kind === 'import-statement') needsOf(outputs, fileOf(file), found);
  }
  return found;
}

const tableOf = (pieces, names) =>
  `{\n${[...names].map((name) => `${JSON.stringify(name)}: function (require, exports, module, load) {\n${pieces[name]}}`).join(',\n')}\n}`;

function standInsOf(folder) {
  const standIns = path.join(folder, 'src/client-v2/stand-ins');
  return fs.existsSync(standIns)
    ? fs
        .readdirSync(standIns)
        .filter((file) => file.endsWith('.ts'))
        .map((file) => path.join(standIns, file))
    : [];
}

async function bundleStandIn(file, minify) {
  const { outputFiles, metafile } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'browser',
    target: 'es2019',
    minify,
    metafile: true,
    charset: 'utf8',
    plugins: [hostModules],
  });
  const [{ imports }] = Object.values(metafile.outputs);
  return { name: path.basename(file, '.ts'), externals: imports.map((each) => each.path), code: outputFiles[0].text };
}

/** @returns {Promise<string[]>} modules that the host or another plugin provides */
export async function buildClient({ folder, manifest }, dist, minify) {
  const entry = ['index.tsx', 'index.ts']
    .map((file) => path.join(folder, 'src/client-v2', file))
    .find((file) => fs.existsSync(file));
  const banner = `/* ${manifest.name} ${manifest.version} ${manifest.license} */`;
  const write = (file, script) => {
    fs.mkdirSync(path.dirname(path.join(dist, file)), { recursive: true });
    fs.writeFileSync(path.join(dist, file), `${banner}\n${script}\n`);
  };
  const define = (runtime, id, dependencies, parameters, body) =>
    write(
      `${runtime}/index.js`,
      `define(${JSON.stringify(id)}, ${JSON.stringify(dependencies)}, function (${parameters}) {\n${body}\n});`,
    );
  const module = `${manifest.name}/client-v2`;
  for (const file of standInsOf(folder)) {
    const { name, externals, code } = await bundleStandIn(file, minify);
    const given = JSON.stringify(['require', 'exports', 'module', ...externals]);
    write(
      `client-v2/${name}.js`,
      `define("@nocobase/${name}/client-v2", ${given}, function (require, exports, module) {\n${code}});`,
    );
    write(
      `client/${name}.js`,
      `define("@nocobase/${name}", ["@nocobase/${name}/client-v2"], function (standIn) { return standIn; });`,
    );
  }
  define('client', manifest.name, [module], 'pluginModule', 'return pluginModule;');
  if (!entry) {
    // The client asks for a module of every enabled plugin; without one the whole page fails.
    define('client-v2', module, ['@nocobase/client-v2'], 'host', 'return { default: class extends host.Plugin {} };');
    return [];
  }
  const { pieces, metafile } = await cut(folder, entry, minify);
  const outputs = Object.fromEntries(Object.entries(metafile.outputs).map(([file, output]) => [fileOf(file), output]));
  const isAsked = ([name, { entryPoint }]) => entryPoint !== undefined && name !== './index.js';
  const atOnce = needsOf(outputs, './index.js');
  const asked = Object.entries(outputs)
    .filter(isAsked)
    .map(([name]) => name)
    .filter((name) => !atOnce.has(name));
  // What several of them need is one file: a request more is dearer than the little that is not needed yet.
  const shared = Object.keys(outputs).filter((name) => !atOnce.has(name) && !asked.includes(name));
  const writeChunk = (name, names) => {
    const table = tableOf(pieces, names);
    const hash = crypto.createHash('sha256').update(table).digest('hex').slice(0, 8);
    const file = `${path.basename(name, '.js').replace(/-[A-Z0-9]{8}$/, '')}-${hash}.js`;
    write(`client-v2/${file}`, `window[${JSON.stringify(module)}](${table});`);
    return file;
  };
  const sharedFile = shared.length > 0 ? writeChunk(SHARED, shared) : undefined;
  const files = new Map(asked.map((name) => [name, writeChunk(name, [name])]));
  const chunks = Object.fromEntries(
    asked.map((name) => {
      const needed = [...needsOf(outputs, name)].filter((each) => !atOnce.has(each));
      return [name, [...new Set(needed.map((each) => files.get(each) ?? sharedFile))]];
    }),
  );
  const externals = new Set(
    Object.values(outputs).flatMap(({ imports }) =>
      imports.filter(({ external }) => external).map((each) => each.path),
    ),
  );
  const start = await transform(`var start = ${String(clientPieces)};`, { target: 'es2019', minify });
  const given = `require, module.uri, ${JSON.stringify(manifest.name)}`;
  define(
    'client-v2',
    module,
    ['require', 'module', ...externals],
    'require, module',
    `${start.code}return start(${given}, ${tableOf(pieces, atOnce)}, ${JSON.stringify(chunks)});`,
  );
  return [...externals];
}
