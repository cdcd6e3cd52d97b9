/** `npm start` installs no tools for tests: what it runs is no development dependency. */
import fs from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const ofRoot = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>;

/** What a script imports, at once or later, and what it starts. */
const imports = (file: string): string[] =>
  [...fs.readFileSync(file, 'utf8').matchAll(/(?:from |import |import\(|require\()\s*'([^']+)'/g)].map(
    ([, name]) => name,
  );

function reached(file: string, known = new Set<string>()): Set<string> {
  if (known.has(file)) return known;
  known.add(file);
  for (const name of imports(file).filter((each) => each.startsWith('.')))
    reached(path.resolve(file, '..', name), known);
  return known;
}

const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');

it('nor is what it builds with', () => {
  const scripts = ['start.mjs', 'build.mjs', 'lib/nocobase.cjs'].map((name) => path.join(root, 'scripts', name));
  const files = new Set(scripts.flatMap((file) => [...reached(file)]));
  expect(files.size).toBeGreaterThan(10);
  const needed = [...files].flatMap(imports).filter((name) => !name.startsWith('.') && !name.startsWith('node:'));
  const packages = [...new Set(needed.map(packageOf))].filter((name) => !builtinModules.includes(name));
  expect(packages).toContain('esbuild');
  expect(packages.filter((name) => name in ofRoot.devDependencies)).toEqual([]);
});
