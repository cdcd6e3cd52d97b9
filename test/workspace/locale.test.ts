/** A plugin's texts: keys are the Chinese, en-US.json has their English, and zh-CN.json only what the build cannot derive. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

type Texts = Readonly<Record<string, string>>;

const root = path.resolve(__dirname, '../..');
const plugins = path.join(root, 'packages/plugins/@hongxin');
const names = fs.readdirSync(plugins).filter((name) => fs.existsSync(path.join(plugins, name, 'src/locale')));

function localeOf(name: string, language: string): Texts {
  const file = path.join(plugins, name, 'src/locale', `${language}.json`);
  return fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as Texts) : {};
}
const english = new Map(names.map((name) => [name, localeOf(name, 'en-US')]));
const exceptions = new Map(names.map((name) => [name, localeOf(name, 'zh-CN')]));
const derived = chinese();

/** As the build derives it, which is no TypeScript. */
function chinese(): ReadonlyMap<string, Texts> {
  const derive = `import fs from 'node:fs';
    import { chineseTexts } from './scripts/lib/locale.mjs';
    const given = JSON.parse(fs.readFileSync(0, 'utf8'));
    console.log(JSON.stringify(given.map(([name, texts]) => [name, chineseTexts(texts)])));`;
  const input = JSON.stringify([...english]);
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', derive], { cwd: root, input });
  return new Map(JSON.parse(String(said)) as [string, Texts][]);
}

/** Sources below a folder, without what is built from them and without tests. */
function sourcesBelow(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return (fs.readdirSync(folder, { recursive: true }) as string[])
    .filter((file) => /\.(tsx?|json|csv)$/.test(file))
    .filter((file) => !/(^|\/)(__tests__|node_modules|dist|locale)\/|compiled-pages/.test(file))
    .map((file) => fs.readFileSync(path.join(folder, file), 'utf8'));
}

/** Texts that the client says: whatever is handed to its translator, and any other Chinese in quotation marks. */
function saidBy(name: string): string[] {
  return sourcesBelow(path.join(plugins, name, 'src/client-v2')).flatMap((code) => {
    const spoken = code.replace(/\/\*[\s\S]*?\*\//g, '');
    return [
      ...spoken.matchAll(/'([^'\n]*[\u4e00-\u9fff][^'\n]*)'/g),
      ...spoken.matchAll(/\b(?:t|tExpr)\(\s*'([^'\n]+)'/g),
    ].map(([, key]) => key);
  });
}

const entries = (texts: ReadonlyMap<string, Texts>, name: string) => Object.entries(texts.get(name) ?? {});
const placeholders = (text: string): string[] => (text.match(/{{\w+}}/g) ?? []).sort();

it.each(names)('%s: every text has its English, with the same placeholders', (name) => {
  const texts = { ...derived.get(name), ...exceptions.get(name) };
  for (const [key, text] of entries(english, name)) {
    expect([key, text.trim() !== '', placeholders(text)]).toEqual([key, true, placeholders(texts[key])]);
  }
});

it.each(names)('%s: in Chinese only what is not derived is written, and all of that', (name) => {
  const written = entries(exceptions, name);
  const derivedHere = derived.get(name) ?? {};
  expect(written.filter(([key, text]) => [undefined, text].includes(derivedHere[key]))).toEqual([]);
  // a key that is no text itself: something stands before it that the build does not know
  const known = new Set(written.map(([key]) => key));
  expect(entries(derived, name).filter(([key, text]) => !known.has(key) && text.startsWith('('))).toEqual([]);
});

it('has in the locale files whatever the clients say', () => {
  const separators = ['、', '；'];
  const said = names.flatMap((name) => saidBy(name).map((key): [string, string] => [name, key]));
  expect(said.length).toBeGreaterThan(600);
  expect(said.filter(([name, key]) => !(key in (english.get(name) ?? {})) && !separators.includes(key))).toEqual([]);
});

it('has in the locale files nothing that nobody says', () => {
  const code = sourcesBelow(path.join(root, 'packages')).join('\n');
  // words that the pages and the fields put before and after the title of a collection, an action or a relation
  const bare = (text: string) => text.replace(/^(新建|编辑|修改)|(详情|编号)$/g, '');
  // what a page says of the states in which a form is open: `草稿和已退回时可修改`
  const parts = (text: string) => /^(.+)时可修改$/.exec(text)?.[1].split('和') ?? [text];
  const isSaid = (text: string) => [text, bare(text)].some((each) => parts(each).every((part) => code.includes(part)));
  const silent = names.flatMap((name) =>
    entries(derived, name)
      .filter(([, text]) => !isSaid(text))
      .map(([key]) => `${name}: ${key}`),
  );
  expect(silent).toEqual([]);
});
