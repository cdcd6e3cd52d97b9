// npm run new-plugin <plugin> [record] [-- --title 公益创投 --title-en "Public ventures" --record-title 批次 --record-title-en Call]
// A domain plugin with one kind of record that works: table, process, rights, numbers, page, its README with the diagram.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as prettier from 'prettier';
import { Failure, main } from './lib/failure.mjs';
import { PLUGINS_FOLDER, ROOT } from './lib/workspace.mjs';

const TEMPLATE = path.join(ROOT, 'scripts/new-plugin/template');
const USAGE = 'Usage: npm run new-plugin <plugin> [record], e.g. npm run new-plugin venture call';

await main(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      title: { type: 'string' },
      'title-en': { type: 'string' },
      'record-title': { type: 'string' },
      'record-title-en': { type: 'string' },
    },
  });
  const [plugin, record = 'item'] = positionals;
  requireName('plugin', plugin, /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'small letters, digits and dashes');
  requireName('record', record, /^[a-z][a-zA-Z0-9]*$/, 'one English word in the singular, camelCase');
  const target = path.join(PLUGINS_FOLDER, `plugin-${plugin}`);
  if (fs.existsSync(target)) throw new Failure(`${path.relative(ROOT, target)} is there already.`);
  const records = plural(record);
  const words = {
    plugin,
    Plugin: capital(camel(plugin)),
    record,
    records,
    Record: capital(record),
    Records: capital(records),
    'records-folder': records.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    SERIES: record.slice(0, 2).toUpperCase(),
    CODE: record.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase(),
    title: values.title ?? plugin,
    'title-en': values['title-en'] ?? capital(plugin.replace(/-/g, ' ')),
    'record-title': values['record-title'] ?? '事项',
    'record-title-en': values['record-title-en'] ?? 'Item',
  };
  for (const file of filesBelow(TEMPLATE)) await write(target, file, words);
  link(target, `plugin-${plugin}`);
  console.log(`${path.relative(ROOT, target)} is there: start with src/server/plugin.ts, its table of contents.`);
  console.log('Next: npm run pages, npm run permissions, npm start. What may follow: docs/adding-a-domain-plugin.md');
});

/** @throws Failure */
function requireName(what, name, pattern, form) {
  if (!name || !pattern.test(name)) throw new Failure(`The ${what} is to be ${form}.\n${USAGE}`);
}

async function write(target, file, words) {
  const filled = (text) =>
    text.replace(/«([A-Za-z-]+)»/g, (_whole, name) => {
      if (!(name in words)) throw new Error(`${file}: «${name}» is none of ${Object.keys(words).join(', ')}`);
      return words[name];
    });
  const place = path
    .relative(TEMPLATE, file)
    .replace('__records__', words['records-folder'])
    .replace(/\.template$/, '');
  const written = path.join(target, place);
  fs.mkdirSync(path.dirname(written), { recursive: true });
  const options = { ...(await prettier.resolveConfig(written)), filepath: written };
  fs.writeFileSync(written, await prettier.format(filled(fs.readFileSync(file, 'utf8')), options));
}

/** What `npm install` would do: NocoBase and the compiler find the plugin by its name. */
function link(target, name) {
  const place = path.join(ROOT, 'node_modules/@hongxin', name);
  fs.mkdirSync(path.dirname(place), { recursive: true });
  if (!fs.existsSync(place)) fs.symlinkSync(path.relative(path.dirname(place), target), place);
}

function filesBelow(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(file) : [file];
  });
}

function plural(word) {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

function capital(word) {
  return word[0].toUpperCase() + word.slice(1);
}

function camel(name) {
  return name.replace(/-([a-z0-9])/g, (_dash, letter) => letter.toUpperCase());
}
