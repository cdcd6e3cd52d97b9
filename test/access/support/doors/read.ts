/** Doors that only read: list, get, filter, sort, group, appends, charts. */
import { root } from '../../../server/harness';
import { ask, checkRows, idsOf, type Ask } from '../inspect';
import type { Door, Scene } from '../scene';
import { RELATIONS, fieldsOf, type FieldLike } from '../values';

/** A list must hold exactly the visible records, and count exactly them. */
async function exactList(scene: Scene, query: Record<string, unknown>): Promise<string[]> {
  const asked: Ask = { path: `${scene.name}:list`, query: { pageSize: 1000, ...query }, withMeta: true };
  const { reply, problems } = await scene.try(asked);
  if (!scene.maySee) {
    if (reply.status < 400) problems.push(`answered ${reply.status}: ${reply.text.slice(0, 160)}`);
    return problems;
  }
  if (reply.status !== 200) return [...problems, `refused with ${reply.status}: ${reply.text.slice(0, 160)}`];
  problems.push(...checkRows(scene.oracle, scene.caller, scene.table, reply.data));
  const ids = new Set(idsOf(scene.table, reply.data));
  const missing = [...scene.visible.keys()].filter((id) => !ids.has(id));
  if (scene.table.key && missing.length > 0) problems.push(`leaves out ${missing.length} records`);
  if (reply.meta.count !== undefined && reply.meta.count !== scene.visible.size)
    problems.push(`counts ${String(reply.meta.count)} of ${scene.visible.size}`);
  return problems;
}

/** A list whose rows must be among the visible ones; the count may not know more than the rows. */
async function partOfList(scene: Scene, query: Record<string, unknown>): Promise<string[]> {
  const { reply, problems } = await scene.try({ path: `${scene.name}:list`, query: { pageSize: 1000, ...query } });
  if (reply.status >= 400) return problems;
  if (!scene.maySee) return [...problems, `answered ${reply.status}`];
  problems.push(...checkRows(scene.oracle, scene.caller, scene.table, reply.data));
  const rows = idsOf(scene.table, reply.data).length;
  if (reply.meta.count !== undefined && reply.meta.count !== rows)
    problems.push(`counts ${String(reply.meta.count)}, shows ${rows}`);
  return problems;
}

/** When the kind is closed to the caller one field stands for all. */
const closed = (scene: Scene): string[] => (scene.maySee ? scene.closedColumns : scene.columns.slice(0, 1));

/** Fields of related records that are closed to the caller, as `relation.field`. */
const pathsBeyond = (scene: Scene): string[] => {
  const relations = scene.maySee ? scene.relations : scene.relations.slice(0, 1);
  return relations
    .flatMap((field) => scene.closedBeyond(field).map((name) => `${field.name}.${name}`))
    .slice(0, scene.maySee ? undefined : 1);
};

/** A condition on each of the fields. */
const conditions = (names: readonly string[]) => ({ $or: names.map((name) => ({ [`${name}.$ne`]: null })) });

const selections = (names: readonly string[], more: object = {}) =>
  names.map((name) => ({ field: name.split('.'), ...more }));

function relationsOfTarget(scene: Scene, field: FieldLike): string[] {
  const target = scene.oracle.table(field.target);
  return target
    ? fieldsOf(target.collection)
        .filter(({ type }) => RELATIONS.has(type))
        .map(({ name }) => name)
    : [];
}

/** Something that every record the caller sees has a value of. */
export function countable(scene: Scene): string {
  const rows = [...scene.visible.values()].map(({ row }) => row);
  const isFull = (name: string) => rows.every((row) => row[name] !== null && row[name] !== undefined);
  const isOpen = (name: string) => scene.collection.hasField(name) && isFull(name);
  return scene.openColumns.find((name) => name !== scene.key && isOpen(name)) ?? scene.key;
}

const measure = (scene: Scene) => [{ field: [countable(scene)], aggregation: 'count', alias: 'n' }];

async function counted(scene: Scene, asked: Ask): Promise<string[]> {
  const { reply, problems } = await scene.try(asked);
  if (!scene.maySee || !scene.table.key) {
    if (reply.status < 400) problems.push(`answered ${reply.status}: ${reply.text.slice(0, 160)}`);
    return problems;
  }
  const n = (reply.data as { n?: unknown }[] | null)?.[0]?.n;
  if (Number(n) !== scene.visible.size) problems.push(`counts ${String(n)} of ${scene.visible.size} (${reply.status})`);
  return problems;
}

export const chart = (scene: Scene, query: object): Ask => ({
  method: 'POST',
  path: 'charts:queryData',
  body: {
    mode: 'builder',
    variableResolution: 'legacy-schema',
    dataSource: 'main',
    collection: scene.name,
    measures: measure(scene),
    ...query,
  },
});
export const query = (scene: Scene, body: object): Ask => ({
  method: 'POST',
  path: `${scene.name}:query`,
  body: { measures: measure(scene), ...body },
});
/** Columns a chart may ask for at once. */
const AT_MOST = 30;

export const aggregates = [
  ['chart', chart],
  ['query', query],
] as const;

/** Tables without any door, the administrator's included. */
const BEHIND_EVERY_DOOR = new Set(['hxCounters', 'hxIdempotencyKeys']);

export const READ_DOORS: readonly Door[] = [
  {
    name: 'closed to administrators',
    run: async (scene) => {
      if (!BEHIND_EVERY_DOOR.has(scene.name)) return [];
      scene.sent += 1;
      const reply = await ask(await root(), { path: `${scene.name}:list` });
      return reply.status < 400 ? [`answered ${reply.status} to the administrator`] : [];
    },
  },
  { name: 'list', run: (scene) => exactList(scene, {}) },
  {
    name: 'list every field',
    kinds: 'open',
    run: (scene) => partOfList(scene, { fields: [...scene.columns, ...scene.relations.map(({ name }) => name)] }),
  },
  {
    name: 'list except',
    kinds: 'open',
    run: (scene) => exactList(scene, { except: [scene.openColumns.at(-1) ?? 'x'] }),
  },
  {
    name: 'list without pages',
    kinds: 'open',
    run: (scene) => exactList(scene, { paginate: false, pageSize: undefined }),
  },
  { name: 'list as a tree', kinds: 'open', run: (scene) => partOfList(scene, { tree: true }) },
  {
    name: 'count',
    kinds: 'open',
    run: async (scene) => {
      const { reply, problems } = await scene.try({
        path: `${scene.name}:list`,
        query: { pageSize: 1, fields: [scene.key] },
      });
      if (
        scene.maySee &&
        reply.status === 200 &&
        reply.meta.count !== undefined &&
        reply.meta.count !== scene.visible.size
      )
        problems.push(`counts ${String(reply.meta.count)} of ${scene.visible.size}`);
      return problems;
    },
  },
  {
    name: 'appends',
    kinds: 'open',
    run: async (scene) => {
      const open = scene.relations.filter(({ name }) => scene.fields.has(name)).map(({ name }) => name);
      const closedOnes = scene.relations.filter(({ name }) => !scene.fields.has(name)).map(({ name }) => name);
      return [
        ...(await partOfList(scene, { appends: open })),
        ...(closedOnes.length > 0 && scene.maySee ? await partOfList(scene, { appends: closedOnes }) : []),
      ];
    },
  },
  {
    name: 'nested appends',
    kinds: 'open',
    run: (scene) => {
      const appends = (scene.maySee ? scene.relations : []).flatMap((field) => [
        field.name,
        ...relationsOfTarget(scene, field).map((name) => `${field.name}.${name}`),
      ]);
      return appends.length > 0 ? partOfList(scene, { appends: appends.slice(0, 60) }) : Promise.resolve([]);
    },
  },
  {
    name: 'get',
    kinds: 'open',
    run: async (scene) => {
      if (!scene.seen || !scene.table.key) return [];
      const appends = scene.relations.map(({ name }) => name);
      const path = `${scene.name}:get/${scene.keyOf(scene.seen)}`;
      const { reply, problems } = await scene.try({ path, query: { appends }, withMeta: true });
      if (reply.status === 200) problems.push(...checkRows(scene.oracle, scene.caller, scene.table, reply.data));
      else problems.push(`refused with ${reply.status}: ${reply.text.slice(0, 160)}`);
      return problems;
    },
  },
  { name: 'get hidden', run: (scene) => scene.likeAbsent((id) => ({ path: `${scene.name}:get/${id}` })) },
  {
    name: 'get by filter',
    run: (scene) => scene.likeAbsent((id) => ({ path: `${scene.name}:get`, query: { filter: { [scene.key]: id } } })),
  },
  {
    name: 'filter by id',
    kinds: 'open',
    run: (scene) =>
      partOfList(scene, {
        filter: { [scene.key]: { $in: [scene.hidden ? scene.keyOf(scene.hidden) : scene.absent] } },
      }),
  },
  {
    name: 'filter by what is open',
    kinds: 'open',
    run: (scene) => {
      const wanted = scene.openColumns.filter((name) => ['string', 'number'].includes(typeof scene.hidden?.[name]));
      if (wanted.length === 0) return Promise.resolve([]);
      return partOfList(scene, { filter: { $or: wanted.map((name) => ({ [name]: scene.hidden![name] })) } });
    },
  },
  {
    name: 'filter by what is closed',
    kinds: 'open',
    run: (scene) =>
      scene.refusedEach(closed(scene), (names) => ({
        path: `${scene.name}:list`,
        query: { filter: conditions(names) },
      })),
  },
  {
    name: 'sort by what is closed',
    kinds: 'open',
    run: (scene) => scene.refusedEach(closed(scene), (sort) => ({ path: `${scene.name}:list`, query: { sort } })),
  },
  {
    name: 'sort by what is open',
    kinds: 'open',
    run: (scene) =>
      partOfList(scene, {
        sort: scene.openColumns
          .filter((name) => !['json', 'jsonb'].includes(String(scene.collection.getField(name)?.type)))
          .slice(0, 6),
      }),
  },
  {
    name: 'filter beyond a relation',
    kinds: 'open',
    run: (scene) =>
      scene.refusedEach(pathsBeyond(scene), (names) => ({
        path: `${scene.name}:list`,
        query: { filter: conditions(names) },
      })),
  },
  {
    name: 'sort beyond a relation',
    kinds: 'open',
    run: (scene) => scene.refusedEach(pathsBeyond(scene), (sort) => ({ path: `${scene.name}:list`, query: { sort } })),
  },
  {
    name: 'list with everything',
    kinds: 'closed',
    run: (scene) => {
      const beyond = scene.relations.flatMap((field) =>
        scene.closedBeyond(field).map((name) => `${field.name}.${name}`),
      );
      // as many as an address holds
      const names = [...scene.columns.slice(0, 20), ...beyond.slice(0, 20)];
      const query = {
        filter: conditions(names),
        sort: names,
        fields: names,
        appends: scene.relations.map(({ name }) => name),
      };
      return scene.refused({ path: `${scene.name}:list`, query: { ...query, tree: true, paginate: false } });
    },
  },
  ...aggregates.flatMap(([title, make]): Door[] => [
    {
      name: `${title}: with everything`,
      kinds: 'closed',
      run: (scene) =>
        scene.refused(
          make(scene, {
            dimensions: selections(scene.columns.slice(0, AT_MOST)),
            measures: selections(scene.columns.slice(0, AT_MOST), { aggregation: 'max' }),
            filter: conditions(scene.columns),
          }),
        ),
    },
    { name: `${title}: count`, run: (scene) => counted(scene, make(scene, {})) },
    {
      name: `${title}: group by what is open`,
      kinds: 'open',
      run: async (scene) => {
        const scalar = scene.openColumns.filter((name) => scene.collection.getField(name)?.type !== 'json').slice(0, 8);
        const dimensions = scalar.map((name) => ({ field: [name] }));
        return (await scene.try(make(scene, { dimensions }))).problems;
      },
    },
    {
      name: `${title}: group by what is closed`,
      kinds: 'open',
      run: (scene) =>
        scene.refusedEach(closed(scene), (names) => make(scene, { dimensions: selections(names) }), AT_MOST),
    },
    {
      name: `${title}: aggregate what is closed`,
      kinds: 'open',
      run: (scene) =>
        scene.refusedEach(
          closed(scene),
          (names) => make(scene, { measures: selections(names, { aggregation: 'max', alias: 'n' }) }),
          AT_MOST,
        ),
    },
    {
      name: `${title}: filter by what is closed`,
      kinds: 'open',
      run: (scene) => scene.refusedEach(closed(scene), (names) => make(scene, { filter: conditions(names) })),
    },
    {
      name: `${title}: group beyond a relation`,
      kinds: 'open',
      run: (scene) =>
        scene.refusedEach(pathsBeyond(scene), (names) => make(scene, { dimensions: selections(names) }), AT_MOST),
    },
  ]),
  {
    name: 'context of an AI employee',
    run: async (scene) => {
      const query = { datasource: 'main', collectionName: scene.name, fields: scene.columns, limit: 20 };
      const asked = { method: 'POST', path: 'aiContextDatasources:preview', body: query } as const;
      if (scene.name.startsWith('hx')) return scene.refused(asked);
      return (await scene.try(asked)).problems;
    },
  },
  {
    name: 'template variables',
    run: async (scene) => {
      if (!scene.hidden || !scene.table.key) return [];
      const id = scene.keyOf(scene.hidden);
      const template = Object.fromEntries(scene.columns.map((name) => [name, `{{ctx.record.${name}}}`]));
      const body = {
        template,
        contextParams: { record: { collection: scene.name, filterByTk: id, dataSourceKey: 'main' } },
      };
      const asked: Ask[] = [
        { method: 'POST', path: 'variables:resolve', body },
        { method: 'POST', path: 'variables:resolve', body: { values: { batch: [{ id: 'a', ...body }] } } },
      ];
      const problems: string[] = [];
      for (const each of asked) problems.push(...(await scene.try(each)).problems);
      return problems;
    },
  },
];
