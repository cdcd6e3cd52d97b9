/** Doors of charts that could be opened from inside: by a filter on the very key that narrows them, by another data source. */
import { app } from '../../../server/harness';
import type { Ask } from '../inspect';
import type { Door, Scene } from '../scene';
import { aggregates, chart } from './read';

/** Tables on which every operator is tried in every form; on the others each operator in one form, another on each. */
const IN_FULL = new Set(['hxPersons', 'hxMemberRegistrations', 'hxNeeds']);

/** Callers with the same grants on a table are let in by the same scope: its operators are walked for the first of them. */
const walked = new WeakMap<object, Set<string>>();

function isFirstOfItsKind(scene: Scene, door: string): boolean {
  const known = walked.get(scene.town) ?? new Set<string>();
  walked.set(scene.town, known);
  const kind = `${door} ${scene.name} ${JSON.stringify(scene.oracle.grants(scene.caller, scene.table))}`;
  // a caller who sees nothing would hide what the others are shown
  const isNew = !known.has(kind) || IN_FULL.has(scene.name);
  known.add(kind);
  return isNew;
}

/** Columns that decide which records a caller reaches, as far as they may filter by them. */
function scopeKeys(scene: Scene): string[] {
  const { access } = scene.table;
  const named = scene.oracle
    .grants(scene.caller, scene.table)
    .flatMap(([, grant]) => [grant.ownerField, ...Object.keys(grant.only ?? {})]);
  const area = access?.areaField === undefined ? 'areaCode' : access.areaField;
  const open = new Set(scene.openColumns);
  return [...new Set([area, access?.ownerField, ...named])].filter((name): name is string => !!name && open.has(name));
}

const isText = (scene: Scene, key: string): boolean =>
  /^(STRING|TEXT)/.test((scene.collection.model.rawAttributes[key].type as { key?: string }).key ?? '');

/** NocoBase's operators that compare a column of this type, each with a value that no record has. */
function conditionsOn(scene: Scene, key: string): [operator: string, value: unknown][] {
  const value = isText(scene, key) ? 'x' : 0;
  const compared = ['$eq', '$ne', '$gt', '$gte', '$lt', '$lte', '$is', '$not'].map((name): [string, unknown] => [
    name,
    /^\$(is|not)$/.test(name) ? null : value,
  ]);
  const listed = ['$in', '$notIn'].map((name): [string, unknown] => [name, [value]]);
  const searched = [...(app().db.operators as Map<string, unknown>).keys()]
    .filter((name) => /^\$(includes|notIncludes|startsWith|notStartsWith|endWith|notEndWith|like|notLike)$/.test(name))
    .map((name): [string, unknown] => [name, value]);
  const empty: [string, unknown][] = [
    ['$empty', true],
    ['$empty', false],
    ['$notEmpty', true],
    ['$exists', true],
    ['$notExists', false],
    ['$hxInAreasOf', 'hx-official'],
  ];
  return [...compared, ...listed, ...(isText(scene, key) ? searched : []), ...empty];
}

const FORMS: readonly ((key: string, operator: string, value: unknown) => object)[] = [
  (key, operator, value) => ({ [key]: { [operator]: value } }),
  (key, operator, value) => ({ [`${key}.${operator}`]: value }),
  (key, operator, value) => ({ [key]: 0, [`${key}.${operator}`]: value }),
  (key, operator, value) => ({ [`${key}.${operator}`]: value, [key]: { $ne: 'x' } }),
  (key, operator, value) => ({ $or: [{ [key]: { [operator]: value } }, { [`${key}.$ne`]: null }] }),
  (key, operator, value) => ({ $and: [{ [`${key}.${operator}`]: value }] }),
];

/** However a filter is written, it counts what a list with it counts, and never more than the caller sees. */
async function boundedCount(scene: Scene, asked: Ask, filter: object): Promise<string[]> {
  const { reply, problems } = await scene.try(asked);
  if (reply.status >= 400) return problems;
  const n = Number((reply.data as { n?: unknown }[] | null)?.[0]?.n);
  if (!(n <= scene.visible.size)) problems.push(`counts ${n} of ${scene.visible.size} with ${JSON.stringify(filter)}`);
  return problems;
}

async function sameAsList(scene: Scene, asked: Ask, filter: object): Promise<string[]> {
  const [{ reply, problems }, list] = await Promise.all([
    scene.try(asked),
    scene.try({ path: `${scene.name}:list`, query: { filter, pageSize: 1, fields: [scene.key] } }),
  ]);
  if (reply.status >= 400 || list.reply.status >= 400) return problems;
  const n = Number((reply.data as { n?: unknown }[] | null)?.[0]?.n);
  if (list.reply.meta.count !== undefined && n !== list.reply.meta.count)
    problems.push(`counts ${n}, the list ${String(list.reply.meta.count)}, with ${JSON.stringify(filter)}`);
  return problems;
}

/** Asks something and says what is wrong with the answer. */
type Question = () => Promise<string[]>;

/** How many questions of one door are asked at a time: none of them changes anything. */
const AT_ONCE = 4;

async function answered(questions: readonly Question[]): Promise<string[]> {
  const problems: string[] = [];
  for (let start = 0; start < questions.length; start += AT_ONCE)
    problems.push(...(await Promise.all(questions.slice(start, start + AT_ONCE).map((ask) => ask()))).flat());
  return problems;
}

/** What somebody may write in the place of the name of a data source. */
const SOURCES: readonly unknown[] = [
  null,
  'nope',
  0,
  1,
  false,
  true,
  {},
  [],
  ['main'],
  'MAIN',
  ' main',
  'main ',
  '__proto__',
];

export const SCOPE_DOORS: readonly Door[] = [
  ...aggregates.flatMap(([title, make]): Door[] => [
    {
      name: `${title}: filter on the key of the scope`,
      kinds: 'open',
      run: (scene) => {
        const questions: Question[] = [];
        const keys = scene.table.key ? scopeKeys(scene) : [];
        const isFull = isFirstOfItsKind(scene, title);
        // who sees every record cannot be shown too many
        const isNarrowed = scene.visible.size < scene.table.rows.length;
        for (const [at, key] of keys.entries()) {
          // the one that Sequelize makes an `or` of is tried by everybody
          const widest = { [`${key}.$ne`]: isText(scene, key) ? 'x' : 0 };
          questions.push(() => boundedCount(scene, make(scene, { filter: widest }), widest));
          if (!isFull) continue;
          for (const [index, [operator, value]] of conditionsOn(scene, key).entries()) {
            const turn = (index + at + scene.name.length + (title === 'chart' ? 0 : 3)) % FORMS.length;
            for (const form of isNarrowed && IN_FULL.has(scene.name) ? FORMS : [FORMS[turn]]) {
              const filter = form(key, operator, value);
              questions.push(() => boundedCount(scene, make(scene, { filter }), filter));
            }
          }
          const rows = [...scene.visible.values()].map(({ row }) => row[key]);
          for (const filter of [
            { [key]: rows[0] ?? '0' },
            { $or: [{ [key]: rows.at(-1) ?? '0' }, { [scene.key]: 0 }] },
            { $and: [{ [key]: { $ne: rows[0] ?? '0' } }] },
          ])
            questions.push(() => sameAsList(scene, make(scene, { filter }), filter));
        }
        return answered(questions);
      },
    },
  ]),
  {
    name: 'chart: every value of dataSource',
    run: async (scene) => {
      const problems: string[] = [];
      const first = scene.name.length % SOURCES.length;
      const tried = IN_FULL.has(scene.name) ? SOURCES : [SOURCES[first], SOURCES[(first + 5) % SOURCES.length]];
      const dimensions = scene.columns.slice(0, 30).map((name) => ({ field: [name] }));
      for (const dataSource of tried)
        for (const mode of ['builder', 'sql'])
          problems.push(
            ...(await scene.refused(chart(scene, { dataSource, mode, dimensions, measures: [] }))).map(
              (text) => `${JSON.stringify(dataSource)}: ${text}`,
            ),
          );
      return problems;
    },
  },
];
