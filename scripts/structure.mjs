// npm run structure: draws folders as rooms and imports as arrows into docs/architecture.md, and counts them.
// npm run structure -- --count <folder> counts another checkout's and writes nothing.
import fs from 'node:fs';
import path from 'node:path';
import { PLUGINS_FOLDER, ROOT } from './lib/workspace.mjs';

const DOCUMENT = path.join(ROOT, 'docs/architecture.md');
const [BEGIN, END] = ['<!-- structure: written by npm run structure -->', '<!-- structure: end -->'];
/** Whose rooms are drawn; the foundation's are mechanisms and stand in a table of their own. */
const DRAWN = ['plugin-governance', 'plugin-registration'];

/** Every source of a plugin's server, with the sources of the same server that it imports. */
function graphOf(server) {
  const files = fs
    .readdirSync(server, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('__tests__'));
  const known = new Set(files);
  return new Map(files.map((file) => [file, importsOf(server, file).filter((each) => known.has(each))]));
}

function importsOf(server, file) {
  const code = fs.readFileSync(path.join(server, file), 'utf8');
  const named = [...code.matchAll(/(?:from|import)\s+'(\.[^']*)'/g)].map(([, target]) =>
    path.join(path.dirname(file), target),
  );
  return named.flatMap((target) => [`${target}.ts`, `${target}.tsx`, path.join(target, 'index.ts')]);
}

const roomOf = (file) => (file.includes('/') ? file.split('/')[0] : 'plugin.ts');

/** @returns rooms with their lines, and arrows between them */
function roomsOf(server) {
  const graph = graphOf(server);
  const lines = new Map();
  const arrows = new Set();
  for (const [file, imports] of graph) {
    const count = fs.readFileSync(path.join(server, file), 'utf8').split('\n').length - 1;
    lines.set(roomOf(file), (lines.get(roomOf(file)) ?? 0) + count);
    for (const target of imports)
      if (roomOf(target) !== roomOf(file)) arrows.add(`${roomOf(file)} --> ${roomOf(target)}`);
  }
  return { files: graph.size, lines, arrows, inCircles: filesInCircles(graph) };
}

/** Files that reach themselves by their imports, types included (Tarjan). */
function filesInCircles(graph) {
  const [index, low, stack] = [new Map(), new Map(), []];
  let inCircles = 0;
  const visit = (file) => {
    index.set(file, index.size);
    low.set(file, index.get(file));
    stack.push(file);
    for (const next of graph.get(file)) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(file, Math.min(low.get(file), low.get(next)));
    }
    if (low.get(file) !== index.get(file)) return;
    const circle = stack.splice(stack.indexOf(file));
    if (circle.length > 1) inCircles += circle.length;
  };
  for (const file of graph.keys()) if (!index.has(file)) visit(file);
  return inCircles;
}

function drawing({ lines, arrows }) {
  // what everybody hangs on is said once, below the drawing
  const drawn = [...arrows].filter((arrow) => !/plugin\.ts/.test(arrow)).sort();
  const name = (room) => room.replace(/[^A-Za-z]/g, '');
  return [
    'flowchart LR',
    ...[...lines].sort().map(([room, count]) => `  ${name(room)}["${room}<br/>${count} lines"]`),
    ...drawn.map((arrow) => `  ${arrow.split(' --> ').map(name).join(' --> ')}`),
  ].join('\n');
}

function tableOf(folder) {
  const rows = fs.readdirSync(folder).flatMap((plugin) => {
    const server = path.join(folder, plugin, 'src/server');
    if (!fs.existsSync(server)) return [];
    const { files, lines, arrows, inCircles } = roomsOf(server);
    const total = [...lines.values()].reduce((sum, count) => sum + count, 0);
    return [`| ${plugin} | ${files} | ${total} | ${lines.size} | ${arrows.size} | ${inCircles} |`];
  });
  return [
    '| Server of | Files | Lines | Rooms | Arrows | Files in circles |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ];
}

const counted = process.argv.indexOf('--count');
if (counted > 0) {
  console.log(tableOf(path.join(process.argv[counted + 1], 'packages/plugins/@hongxin')).join('\n'));
} else {
  const drawings = DRAWN.flatMap((plugin) => [
    `\`${plugin}\`:`,
    '',
    '```mermaid',
    drawing(roomsOf(path.join(PLUGINS_FOLDER, plugin, 'src/server'))),
    '```',
    '',
  ]);
  const text = fs.readFileSync(DOCUMENT, 'utf8');
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from < 0 || to < 0) throw new Error(`docs/architecture.md has no "${BEGIN}" and "${END}"`);
  const written = [BEGIN, '', ...tableOf(PLUGINS_FOLDER), '', ...drawings].join('\n');
  fs.writeFileSync(DOCUMENT, text.slice(0, from) + written + text.slice(to));
}
