/**
 * What a domain plugin brings, only that plugin names: its roles, its parties, its assignee rules, its tables. Another package that
 * says one of these names would have to be edited for every further plugin.
 */
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const plugins = path.join(root, 'packages/plugins/@hongxin');
/** The ground, and the demo city, which stands above all and knows everybody. */
const GROUND = ['plugin-foundation', 'plugin-review', 'plugin-governance'];
const DEMO = 'plugin-longkou';
const domains = fs.readdirSync(plugins).filter((name) => name !== DEMO && !GROUND.includes(name));

/**
 * Named elsewhere all the same, and why: `<package>: <name> in <file>`. Each is a place that a further plugin of that kind would
 * still have to edit; none may be added for a plugin that comes.
 */
const ALLOWED: Readonly<Record<string, string>> = {
  'plugin-governance: hxUnits in client-v2/models/index.ts': 'liaisons are invited by the same action as persons are',
  'plugin-governance: hxUnits in client-v2/join/InviteForRecord.tsx':
    'what an invitation says on the client is not open yet',
  'plugin-governance: unitLiaison in client-v2/join/InviteForRecord.tsx':
    'what an invitation says on the client is not open yet',
  'plugin-governance: unitLiaison in server/invitations/choices.ts':
    'kinds of invitations are choices of a column of governance',
  'plugin-governance: hxMemberRegistrations in server/persons/plain-people.ts':
    'a change of stored data that registration’s migration shares, of rows as they were then',
};

interface Source {
  file: string;
  code: string;
}

const withoutComments = (code: string): string => code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');

function sourcesOf(name: string): Source[] {
  const folder = path.join(plugins, name, 'src');
  return (fs.readdirSync(folder, { recursive: true }) as string[])
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('__tests__'))
    .map((file) => ({ file, code: withoutComments(fs.readFileSync(path.join(folder, file), 'utf8')) }));
}
const sources = new Map([...GROUND, ...domains].map((name) => [name, sourcesOf(name)]));

/** Whatever a pattern finds in those files of a plugin. */
function found(plugin: string, pattern: RegExp, files: RegExp): string[] {
  const named = (sources.get(plugin) ?? []).filter(({ file }) => files.test(file));
  return named.flatMap(({ code }) => [...code.matchAll(pattern)].map(([, each]) => each));
}

const tablesOf = (plugin: string): string[] =>
  found(plugin, /'(hx[A-Z]\w*)'/g, /^server\/(?:.*\/)?(?:constants|collections?)(?:\.ts|\/)/);
const tablesOfGround = new Set(GROUND.flatMap(tablesOf));

/** Names that a plugin brings, as its declarations write them. */
function broughtBy(plugin: string): Set<string> {
  return new Set([
    ...tablesOf(plugin).filter((table) => !tablesOfGround.has(table)),
    ...found(plugin, /\b(\w+): \{[^{}]*(?:\{[^{}]*\}[^{}]*)?\bis\b/g, /parties\.ts$/),
    ...found(plugin, /\btype: '(\w+)'/g, /assignees(\.ts$|\/)/),
    ...found(plugin, /'(hx-[a-z-]+)': true/g, /./), // roles, as `RoleNames` is told of them
  ]);
}

/** Every name that a source says: tables wherever, others as a text or a key of their own. */
const saidBy = ({ code }: Source): Set<string> =>
  new Set(
    [...code.matchAll(/\b(hx[A-Z]\w*)|['"`](\w[\w-]*)['"`]|^\s*(\w+):/gm)].map(
      ([, ...each]) => each.find(Boolean) ?? '',
    ),
  );

it('finds what the plugins bring', () => {
  const brought = [...broughtBy('plugin-registration')];
  expect(brought).toEqual(
    expect.arrayContaining(['hxNeeds', 'hxUnits', 'unitLiaison', 'unitHasNoLiaison', 'raiserOfNeed']),
  );
});

it.each(domains)('what %s brings, no other package names', (domain) => {
  const brought = broughtBy(domain);
  const others = [...sources].filter(([name]) => name !== domain);
  const named = others.flatMap(([other, all]) =>
    all.flatMap((source) =>
      [...saidBy(source)].filter((name) => brought.has(name)).map((name) => `${other}: ${name} in ${source.file}`),
    ),
  );
  expect(named.filter((each) => !(each in ALLOWED))).toEqual([]);
});

it('and nothing is allowed that nobody says any more', () => {
  const said = [...sources].flatMap(([plugin, all]) =>
    all.flatMap((source) => [...saidBy(source)].map((name) => `${plugin}: ${name} in ${source.file}`)),
  );
  expect(Object.keys(ALLOWED).filter((each) => !said.includes(each))).toEqual([]);
});
