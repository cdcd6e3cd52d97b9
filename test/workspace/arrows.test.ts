/**
 * Arrows point one way: domain plugins → governance → review → foundation → rules, and no domain plugin knows another; and
 * inside a package no file comes back to itself, types included.
 */
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
/** From below; every other plugin is a domain and stands above them all, the demo city above the domains. */
const GROUND = ['foundation', 'review', 'governance'];
const ABOVE_ALL = 'longkou';
/** Rules of a ground plugin, or of the domain of that name; `mechanism` is everybody's. */
const SHARED_RULES = 'mechanism';

const sources = (folder: string): string[] =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('__tests__'))
    .map((file) => path.join(folder, file));

/** What a file imports, types and what it loads later included. */
const imports = (file: string): string[] =>
  [...fs.readFileSync(file, 'utf8').matchAll(/(?:from|import|import\()\s*'([^']+)'/g)].map(([, name]) => name);

const ENDINGS = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'];

/** Ways along which files of a folder come back to themselves: one for each file that begins one. */
function circles(folder: string): string[] {
  const files = new Set(sources(folder));
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const walk = (file: string, way: readonly string[]): void => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      const circle = [...way.slice(way.indexOf(file)), file];
      found.push(circle.map((each) => path.relative(folder, each)).join(' → '));
      return;
    }
    state.set(file, 'open');
    for (const name of imports(file).filter((each) => each.startsWith('.'))) {
      const target = path.resolve(path.dirname(file), name);
      const next = ENDINGS.map((ending) => target + ending).find((each) => files.has(each));
      if (next) walk(next, [...way, file]);
    }
    state.set(file, 'done');
  };
  for (const file of files) walk(file, []);
  return found;
}

/** Names that a plugin or folder of rules may know. */
function below(name: string, all: readonly string[]): Set<string> {
  const rank = GROUND.indexOf(name);
  if (name === ABOVE_ALL) return new Set(all);
  return new Set(rank < 0 ? [...GROUND, name] : GROUND.slice(0, rank + 1));
}

const plugins = fs
  .readdirSync(path.join(root, 'packages/plugins/@hongxin'))
  .map((folder) => folder.replace(/^plugin-/, ''));

describe.each(plugins)('plugin %s', (plugin) => {
  const folder = path.join(root, 'packages/plugins/@hongxin', `plugin-${plugin}`, 'src');
  const mayKnow = below(plugin, plugins);

  it('knows no plugin beside or above it, and no rules of theirs', () => {
    const wrong = sources(folder).flatMap((file) =>
      imports(file).flatMap((name) => {
        const [, other, rules] = /^@hongxin\/(?:plugin-(\w+)|rules\/(\w+))/.exec(name) ?? [];
        const isWrong = other ? !mayKnow.has(other) : rules && rules !== SHARED_RULES && !mayKnow.has(rules);
        return isWrong ? [`${path.relative(root, file)} imports ${name}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('has no circle', () => {
    expect(circles(folder)).toEqual([]);
  });
});

it('rules have no circle', () => {
  expect(circles(path.join(root, 'packages/core/rules/src'))).toEqual([]);
});

it('rules know the shared ones and their own, those of a domain also those of the ground', () => {
  const folder = path.join(root, 'packages/core/rules/src');
  const wrong = sources(folder).flatMap((file) => {
    const [own] = path.relative(folder, file).split(path.sep);
    const mayKnow = own === SHARED_RULES ? new Set<string>() : below(own, plugins);
    return imports(file)
      .filter((name) => name.startsWith('.'))
      .map((name) => path.relative(folder, path.resolve(path.dirname(file), name)).split(path.sep)[0])
      .filter((other) => other !== own && other !== SHARED_RULES && !mayKnow.has(other))
      .map((other) => `${path.relative(root, file)} imports ${other}`);
  });
  expect(wrong).toEqual([]);
});

it('lets no test help itself in the tests of another folder: what they share is behind @test', () => {
  const tests = plugins.flatMap((plugin) => {
    const folder = path.join(root, 'packages/plugins/@hongxin', `plugin-${plugin}`, 'src');
    return fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /__tests__\/.*\.tsx?$/.test(file))
      .map((file) => path.join(folder, file));
  });
  const wrong = tests.flatMap((file) => {
    const own = file.slice(0, file.indexOf('__tests__'));
    return imports(file)
      .filter((name) => name.startsWith('.'))
      .map((name) => path.resolve(path.dirname(file), name))
      .filter(
        (target) => (target.includes('__tests__') && !target.startsWith(own)) || !target.startsWith(`${root}/packages`),
      )
      .map((target) => `${path.relative(root, file)} imports ${path.relative(root, target)}`);
  });
  expect(wrong).toEqual([]);
});
