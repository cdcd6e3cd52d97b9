/** Doors through another record: `a/1/b:list` and its kin. */
import { checkRows, idsOf, type Ask } from '../inspect';
import type { Door, Scene } from '../scene';
import { TO_MANY, type FieldLike } from '../values';

const WRITES = [
  'add',
  'set',
  'remove',
  'toggle',
  'create',
  'update',
  'destroy',
  'firstOrCreate',
  'updateOrCreate',
  'move',
] as const;

const path = (scene: Scene, id: string, field: FieldLike, action: string) =>
  `${scene.name}/${id}/${field.name}:${action}`;

/** Relations worth a request: all, or one where the kind itself is closed. */
const relations = (scene: Scene): FieldLike[] => (scene.maySee ? scene.relations : scene.relations.slice(0, 1));

async function each(
  items: readonly FieldLike[],
  work: (item: FieldLike, order: number) => Promise<string[]>,
): Promise<string[]> {
  const problems: string[] = [];
  for (const [order, item] of items.entries())
    problems.push(...(await work(item, order)).map((text) => `[${item.name}] ${text}`));
  return problems;
}

/** The body of a write through a relation: some record of the other side, by its key. */
function writeBody(scene: Scene, field: FieldLike, action: string): Ask['body'] {
  const target = scene.oracle.table(field.target);
  const row = target?.rows.at(-1);
  const key = row ? String(row[target?.key ?? 'id']) : scene.absent;
  if (['add', 'set', 'remove', 'toggle'].includes(action)) return { values: [key] };
  return { [field.options.targetKey ?? 'id']: undefined, note: 'changed' };
}

function writeQuery(scene: Scene, field: FieldLike, action: string): Record<string, unknown> {
  const target = scene.oracle.table(field.target);
  const row = target?.rows.at(-1);
  if (!['update', 'destroy', 'remove', 'add', 'set', 'toggle'].includes(action) || !row) return {};
  return { filterByTk: String(row[target?.key ?? 'id']) };
}

export const ASSOCIATION_READS: readonly Door[] = [
  {
    name: 'association list',
    run: (scene) =>
      each(scene.seen && scene.table.key ? relations(scene) : [], async (field) => {
        const { reply, problems } = await scene.try({
          path: path(scene, scene.keyOf(scene.seen!), field, 'list'),
          query: { pageSize: 1000 },
        });
        const target = scene.oracle.table(field.target);
        if (reply.status >= 400 || !target) return problems;
        problems.push(...checkRows(scene.oracle, scene.caller, target, reply.data));
        if (TO_MANY.has(field.type)) {
          const visible = scene.oracle.visible(scene.caller, target);
          const related = scene.oracle
            .related(scene.table, scene.seen!, field)
            .filter((row) => visible.has(String(row.id)));
          const ids = idsOf(target, reply.data);
          if (ids.length !== related.length || (reply.meta.count !== undefined && reply.meta.count !== related.length))
            problems.push(`lists ${ids.length}, counts ${String(reply.meta.count)} of ${related.length}`);
        }
        return problems;
      }),
  },
  {
    name: 'association get',
    run: (scene) =>
      each(scene.seen && scene.table.key ? relations(scene) : [], async (field) => {
        const row = scene.oracle.related(scene.table, scene.seen!, field)[0];
        const query = row && TO_MANY.has(field.type) ? { filterByTk: String(row.id) } : {};
        return (await scene.try({ path: path(scene, scene.keyOf(scene.seen!), field, 'get'), query })).problems;
      }),
  },
  {
    name: 'association list of a hidden record',
    run: (scene) =>
      each(scene.table.key ? relations(scene).slice(0, 3) : [], (field) =>
        scene.likeAbsent((id) => ({ path: path(scene, id, field, 'list') })),
      ),
  },
  {
    name: 'association get of a hidden record',
    run: (scene) =>
      each(scene.table.key ? relations(scene).slice(0, 3) : [], (field) =>
        scene.likeAbsent((id) => ({ path: path(scene, id, field, 'get') })),
      ),
  },
  {
    name: 'association query',
    run: (scene) =>
      each(scene.seen && scene.table.key ? relations(scene).slice(0, 3) : [], async (field) => {
        const body = { measures: [{ field: ['id'], aggregation: 'count', alias: 'n' }] };
        return (await scene.try({ method: 'POST', path: path(scene, scene.keyOf(scene.seen!), field, 'query'), body }))
          .problems;
      }),
  },
];

/** Every relation is tried with the actions that link and make; the others meet the same check on three of them. */
function writable(scene: Scene, action: string): FieldLike[] {
  if (['add', 'create'].includes(action)) return relations(scene);
  const some = [
    scene.relations.find(({ type }) => type === 'belongsToMany'),
    scene.relations.find(({ type }) => type === 'hasMany'),
    scene.relations[0],
  ];
  const few = [...new Set(some)].filter((field): field is FieldLike => field !== undefined);
  return scene.maySee ? few : few.slice(0, 1);
}

/** Linking and writing through a relation is refused, except to rows declared as nested in one's own record. */
export const ASSOCIATION_WRITES: readonly Door[] = WRITES.map((action) => ({
  name: `association ${action}`,
  run: (scene) =>
    each(scene.table.key ? writable(scene, action) : [], async (field, order) => {
      const isNested = scene.table.access?.nested?.includes(field.name) ?? false;
      const problems: string[] = [];
      // that the record is hidden is judged before the relation: one stands for all
      for (const row of order === 0 ? [scene.seen, scene.hidden] : [scene.seen ?? scene.hidden]) {
        if (!row || (row === scene.seen && isNested)) continue;
        if (!scene.maySee && row === scene.seen) continue;
        const asked: Ask = {
          method: 'POST',
          path: path(scene, scene.keyOf(row), field, action),
          query: writeQuery(scene, field, action),
          body: writeBody(scene, field, action),
        };
        problems.push(...(await scene.refused(asked)));
        if (!scene.maySee) break;
      }
      return problems;
    }),
}));
