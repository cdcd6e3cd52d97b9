/** Doors that change records: each may do what the table says, nowhere else, and nothing more. */
import type { Ask } from '../inspect';
import { valuesFor, type Writer } from '../scene-write';
import type { Row } from '../tables';
import { fieldsOf, valueFor } from '../values';

export interface WriteDoor {
  name: string;
  run(writer: Writer): Promise<string[]>;
}

const post = (path: string, body: unknown = {}, query: Record<string, unknown> = {}): Ask => ({
  method: 'POST',
  path,
  query,
  body,
});

/** Columns nobody fills through a form: kept by NocoBase itself. */
const KEPT_BY_HOST = new Set(['createdAt', 'updatedAt', 'createdById', 'updatedById']);

/** Fields of the collection that the table does not let the caller write. */
function closedFor({ scene }: Writer, action: 'create' | 'update'): string[] {
  const open = scene.oracle.writable(scene.caller, scene.table, action);
  return fieldsOf(scene.collection)
    .map(({ name }) => name)
    .filter((name) => !open.has(name) && !KEPT_BY_HOST.has(name) && name !== scene.table.key);
}

/** A value for any field; beside a row, another one than it holds, since sending back what is there changes nothing. */
function valueOfAny({ scene }: Writer, name: string, row?: Row): unknown {
  const field = fieldsOf(scene.collection).find((each) => each.name === name);
  if (!field) return 'x';
  const choices = field.options.uiSchema?.enum;
  if (choices?.length && field.type === 'string')
    return (choices.findLast(({ value }) => value !== row?.[name]) ?? choices[0]).value;
  if (choices?.length && ['array', 'set'].includes(field.type)) {
    const [first, last] = [choices[0].value, choices[choices.length - 1].value];
    return String(row?.[name]) === String([last]) ? [first] : [last];
  }
  if (field.type === 'boolean') return true;
  if (field.target) {
    const current = String(row?.[field.options.foreignKey ?? '']);
    const ids = scene.oracle.table(field.target)?.rows.map(({ id }) => id) ?? [];
    return ids.findLast((id) => String(id) !== current) ?? 1;
  }
  const value = valueFor(field, scene.table.access?.personalFields?.[name]) ?? 1;
  return typeof value === 'number' ? value + 1 : value;
}

/** A forbidden field beside allowed ones: refused, or left out without a word only where it changes nothing. */
async function forbiddenFields(
  writer: Writer,
  action: 'create' | 'update',
  send: (values: object) => Ask,
  row?: Row,
): Promise<string[]> {
  const { scene } = writer;
  if (!scene.oracle.may(scene.caller, scene.table, action)) return [];
  const base = action === 'create' ? valuesFor(scene, scene.oracle.writable(scene.caller, scene.table, 'create')) : {};
  const valueOf = (name: string) => valueOfAny(writer, name, row);
  return scene.refusedEach(
    closedFor(writer, action),
    (names) => send({ ...base, ...Object.fromEntries(names.map((name) => [name, valueOf(name)])) }),
    undefined,
    (asked) => writer.refused(asked),
  );
}

const update = (id: string, name: string) => (values: object) => post(`${name}:update`, values, { filterByTk: id });

/** Everything of a kind at once: only what may be changed changes. */
const bulk =
  (action: 'update' | 'destroy') =>
  async (writer: Writer): Promise<string[]> => {
    const { scene } = writer;
    const values = action === 'update' ? firstValue(writer) : {};
    const ids = scene.table.key ? scene.table.rows.map((row) => scene.keyOf(row)) : [];
    const filters: Record<string, unknown>[] = [
      { filter: {} },
      ...(scene.table.key && scene.maySee ? [{ filter: { [scene.table.key]: { $in: ids } } }] : []),
      ...(scene.table.key ? [{ filterByTk: ids }] : []),
      ...(scene.hidden && scene.table.key && scene.maySee
        ? [{ filter: { [scene.table.key]: scene.keyOf(scene.hidden) } }]
        : []),
    ];
    const problems: string[] = [];
    for (const query of filters) {
      const { reply, problems: found } = await writer.bounded(post(`${scene.name}:${action}`, values, query), null);
      problems.push(...found);
      if (reply.status < 400 && !scene.maySee) problems.push(`answered ${reply.status}`);
    }
    return problems;
  };

function firstValue({ scene }: Writer): Record<string, unknown> {
  const names = [...scene.oracle.writable(scene.caller, scene.table, 'update')];
  const text = names.find(
    (name) =>
      ['string', 'text'].includes(String(scene.collection.getField(name)?.type)) &&
      !scene.collection.getField(name)?.options.uiSchema?.enum,
  );
  const name = text ?? scene.columns.find((each) => each !== scene.table.key && !KEPT_BY_HOST.has(each)) ?? 'x';
  return { [name]: valueOfAny({ scene } as Writer, name) };
}

export const WRITE_DOORS: readonly WriteDoor[] = [
  {
    name: 'create',
    run: async (writer) => {
      const { scene } = writer;
      const names = scene.oracle.writable(scene.caller, scene.table, 'create');
      if (!scene.oracle.may(scene.caller, scene.table, 'create'))
        return writer.refused(post(`${scene.name}:create`, valuesFor(scene, scene.columns)));
      const { problems } = await writer.bounded(post(`${scene.name}:create`, valuesFor(scene, names)), 'create');
      return problems;
    },
  },
  {
    name: 'create elsewhere',
    run: async (writer) => {
      const { scene } = writer;
      const areaField = scene.table.access?.areaField;
      if (!scene.columns.includes('areaId') || areaField === null) return [];
      const values = valuesFor(scene, scene.oracle.writable(scene.caller, scene.table, 'create'));
      const problems: string[] = [];
      for (const areaId of [scene.town.areaIds.east, scene.town.areaIds.west])
        problems.push(...(await writer.bounded(post(`${scene.name}:create`, { ...values, areaId }), null)).problems);
      return problems;
    },
  },
  {
    name: 'create with a closed field',
    run: (writer) => forbiddenFields(writer, 'create', (values) => post(`${writer.scene.name}:create`, values)),
  },
  {
    name: 'create under an id of one’s own',
    run: async (writer) => {
      const { scene } = writer;
      if (!scene.hidden || !scene.table.key) return [];
      const values = valuesFor(scene, scene.oracle.writable(scene.caller, scene.table, 'create'));
      return writer.refused(post(`${scene.name}:create`, { ...values, [scene.key]: scene.keyOf(scene.hidden) }));
    },
  },
  {
    name: 'update',
    run: async (writer) => {
      const { scene } = writer;
      if (!scene.seen || !scene.table.key) return [];
      const touchable = [...scene.visible.values()].find(({ row }) =>
        scene.oracle.mayTouch(scene.caller, scene.table, row, 'update'),
      );
      const row = touchable?.row ?? scene.seen;
      const asked = update(scene.keyOf(row), scene.name)(firstValue(writer));
      if (!touchable) return writer.refused(asked);
      return (await writer.bounded(asked, 'update')).problems;
    },
  },
  {
    name: 'update a closed field',
    run: async (writer) => {
      const { scene } = writer;
      const touchable = [...scene.visible.values()].find(({ row }) =>
        scene.oracle.mayTouch(scene.caller, scene.table, row, 'update'),
      );
      if (!touchable || !scene.table.key) return [];
      return forbiddenFields(writer, 'update', update(scene.keyOf(touchable.row), scene.name), touchable.row);
    },
  },
  {
    name: 'try out a closed value',
    run: async (writer) => {
      // what is stored, sent back by somebody who does not see it, is refused like any other value
      const { scene } = writer;
      const { caller, table, oracle } = scene;
      const touchable = [...scene.visible.values()].find(({ row }) => oracle.mayTouch(caller, table, row, 'update'));
      if (!touchable || !table.key) return [];
      const { row, fields, isClear } = touchable;
      const open = oracle.writable(caller, table, 'update');
      const kept = scene.columns.filter(
        (name) =>
          row[name] !== null &&
          !open.has(name) &&
          !KEPT_BY_HOST.has(name) &&
          (!fields.has(name) || (table.access?.personalFields?.[name] && !isClear)),
      );
      return scene.refusedEach(
        kept,
        (names) => update(scene.keyOf(row), scene.name)(Object.fromEntries(names.map((name) => [name, row[name]]))),
        undefined,
        (asked) => writer.refused(asked),
      );
    },
  },
  {
    name: 'update hidden',
    run: (writer) => writer.scene.likeAbsent((id) => update(id, writer.scene.name)(firstValue(writer))),
  },
  {
    name: 'move into reach',
    run: async (writer) => {
      // what is out of reach cannot be pulled in by writing the column that decides
      const { scene } = writer;
      if (!scene.hidden || !scene.table.key) return [];
      const id = scene.keyOf(scene.hidden);
      const values = { areaId: scene.town.areaIds.east, ownerId: scene.caller.userId };
      const own = Object.fromEntries(Object.entries(values).filter(([name]) => scene.columns.includes(name)));
      return writer.refused(update(id, scene.name)(Object.keys(own).length > 0 ? own : firstValue(writer)));
    },
  },
  { name: 'update many', run: bulk('update') },
  {
    name: 'destroy',
    run: async (writer) => {
      const { scene } = writer;
      if (!scene.seen || !scene.table.key) return [];
      const touchable = [...scene.visible.values()].find(({ row }) =>
        scene.oracle.mayTouch(scene.caller, scene.table, row, 'destroy'),
      );
      const asked = post(`${scene.name}:destroy`, {}, { filterByTk: scene.keyOf(touchable?.row ?? scene.seen) });
      if (!touchable) return writer.refused(asked);
      return (await writer.bounded(asked, 'destroy')).problems;
    },
  },
  {
    name: 'destroy hidden',
    run: (writer) => writer.scene.likeAbsent((id) => post(`${writer.scene.name}:destroy`, {}, { filterByTk: id })),
  },
  { name: 'destroy many', run: bulk('destroy') },
  ...(['firstOrCreate', 'updateOrCreate'] as const).map((action): WriteDoor => ({
    name: action,
    run: async (writer) => {
      const { scene } = writer;
      const values = firstValue(writer);
      return scene.likeAbsent((id) =>
        post(`${scene.name}:${action}`, { ...values, [scene.key]: id }, { filterKeys: [scene.key] }),
      );
    },
  })),
  {
    name: 'move',
    run: async (writer) => {
      const { scene } = writer;
      if (!scene.hidden || !scene.table.key) return [];
      const query = { sourceId: scene.keyOf(scene.hidden), targetId: scene.keyOf(scene.table.rows[0]) };
      return writer.refused(post(`${scene.name}:move`, {}, query));
    },
  },
  {
    name: 'reveal',
    run: async (writer) => {
      const { scene } = writer;
      const personal = Object.keys(scene.table.access?.personalFields ?? {});
      const open = scene.oracle.revealable(scene.caller, scene.table);
      const problems: string[] = [];
      for (const field of personal.length > 0 ? personal : ['name']) {
        const body = { field, reason: '核对登记信息' };
        problems.push(...(await scene.likeAbsent((id) => post(`${scene.name}:reveal/${id}`, body))));
        if (!scene.seen) continue;
        const asked = post(`${scene.name}:reveal/${scene.keyOf(scene.seen)}`, body);
        if (!open.has(field)) problems.push(...(await writer.refused(asked)));
        else {
          const { reply } = await writer.bounded({ ...asked, body: { ...body, told: scene.seen[field] } }, null);
          if (reply.status !== 200) problems.push(`refused with ${reply.status}: ${reply.text.slice(0, 160)}`);
        }
      }
      return problems;
    },
  },
];
