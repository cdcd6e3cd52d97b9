/**
 * Our screens can be drawn by another client than NocoBase's: what they use of the client around them comes through `useTools`, and
 * nothing that they import needs NocoBase's modules. Types may name them: they are gone when the code runs.
 */
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const root = path.resolve(__dirname, '../..');
const plugins = path.join(root, 'packages/plugins/@hongxin');
const FOUNDATION = '@hongxin/plugin-foundation/client-v2';
const SCREEN_TOOLS = path.join(plugins, 'plugin-foundation/src/client-v2/screens.ts');

interface Import {
  from: string;
  names: string[];
}

/** What a file imports or passes on as values. */
function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  return source.statements.flatMap((statement): Import[] => {
    if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)) {
      const { importClause: clause, moduleSpecifier } = statement;
      if (clause?.isTypeOnly) return [];
      const bindings = clause?.namedBindings;
      const named = bindings && ts.isNamedImports(bindings) ? bindings.elements : undefined;
      const names = (named ?? [])
        .filter(({ isTypeOnly }) => !isTypeOnly)
        .map((each) => (each.propertyName ?? each.name).text);
      const isOfTypes = named !== undefined && names.length === 0 && clause?.name === undefined;
      return isOfTypes ? [] : [{ from: moduleSpecifier.text, names }];
    }
    if (!ts.isExportDeclaration(statement) || statement.isTypeOnly || !statement.moduleSpecifier) return [];
    return ts.isStringLiteral(statement.moduleSpecifier) ? [{ from: statement.moduleSpecifier.text, names: [] }] : [];
  });
}

function fileOf(importer: string, from: string): string {
  const base = path.resolve(path.dirname(importer), from);
  const found = ['', '.ts', '.tsx', '/index.ts', '/index.tsx']
    .map((end) => base + end)
    .find((file) => fs.existsSync(file) && fs.statSync(file).isFile());
  if (!found) throw new Error(`${importer} imports ${from}, which is not there`);
  return found;
}

/** NocoBase's modules that a file needs, itself or by what it imports, each with who imports it. */
function hostModulesOf(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  return importsOf(file).flatMap(({ from }) => {
    if (from.startsWith('@nocobase/')) return [`${path.relative(plugins, file)}: ${from}`];
    return from.startsWith('.') && !from.endsWith('.svg') ? hostModulesOf(fileOf(file, from), seen) : [];
  });
}

/** Names that a file makes known, its `export *` included. */
function exportedBy(file: string): Set<string> {
  const source = ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  return new Set(
    source.statements.flatMap((statement) =>
      ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)
        ? statement.exportClause.elements.map(({ name }) => name.text)
        : [],
    ),
  );
}

const sources = fs
  .readdirSync(plugins)
  .map((name) => path.join(plugins, name, 'src/client-v2'))
  .filter((folder) => fs.existsSync(folder))
  .flatMap((folder) =>
    (fs.readdirSync(folder, { recursive: true }) as string[])
      .filter((file) => /\.tsx?$/.test(file) && !file.includes('__tests__'))
      .map((file) => path.join(folder, file)),
  );
const screens = sources.filter((file) => importsOf(file).some(({ names }) => names.includes('useTools')));

it('finds the screens', () => {
  expect(screens.length).toBeGreaterThan(40);
});

it('has no screen that needs a module of NocoBase', () => {
  expect([...new Set([SCREEN_TOOLS, ...screens].flatMap((file) => hostModulesOf(file)))]).toEqual([]);
});

it('has no screen that takes of the foundation what needs NocoBase', () => {
  const given = exportedBy(SCREEN_TOOLS);
  const taken = screens.flatMap((file) =>
    importsOf(file)
      .filter(({ from }) => from === FOUNDATION)
      .flatMap(({ names }) => names.filter((name) => !given.has(name)))
      .map((name) => `${path.relative(plugins, file)}: ${name}`),
  );
  expect(taken).toEqual([]);
});

it('has no client that reads the sources of the server', () => {
  const crossing = sources.flatMap((file) => {
    const found = fs.readFileSync(file, 'utf8').match(/from '(\.\.\/)+server\/[^']+'/g) ?? [];
    return found.filter((each) => !each.endsWith(".svg'")).map((each) => `${path.relative(plugins, file)}: ${each}`);
  });
  expect(crossing).toEqual([]);
});
