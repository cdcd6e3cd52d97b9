/** Doors of sheets and of processes: export, import, template, transition, history, workflow triggers. */
import { utils, write } from '@e965/xlsx';
import type { Ask } from '../inspect';
import { valuesFor } from '../scene-write';
import type { WriteDoor } from './write';

function workbook(headers: readonly string[], rows: readonly unknown[][]): Blob {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([[...headers], ...rows]), 'x');
  return new Blob([new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)]);
}

function upload(path: string, values: Record<string, unknown>): Ask {
  const names = Object.keys(values);
  const form = new FormData();
  form.append('file', workbook(names, [Object.values(values)]), 'x.xlsx');
  form.append('columns', JSON.stringify(names.map((name) => ({ dataIndex: [name], defaultTitle: name }))));
  return { method: 'POST', path, body: form, sheet: values };
}

const post = (path: string, body: unknown = {}): Ask => ({ method: 'POST', path, body });

const timeline = (collection: string, recordId: string): Ask => ({
  path: 'hxReviewTasks:timeline',
  query: { collection, recordId },
});

export const SHEET_DOORS: readonly WriteDoor[] = [
  {
    name: 'export',
    run: async (writer) => {
      const { scene } = writer;
      const paths = [
        ...scene.columns.map((name) => [name]),
        ...scene.relations.flatMap((field) => scene.closedBeyond(field).map((name) => [field.name, name])),
      ];
      const columns = paths.map((dataIndex) => ({ dataIndex, defaultTitle: dataIndex.join('.') }));
      const asked: Ask = { ...post(`${scene.name}:export`, { columns }), query: { title: 'x' } };
      if (!scene.oracle.may(scene.caller, scene.table, 'export')) return writer.refused(asked);
      return (await writer.bounded(asked, 'export')).problems;
    },
  },
  {
    name: 'export by id',
    run: (writer) =>
      writer.scene.table.key && writer.scene.hidden
        ? writer
            .bounded(
              {
                ...post(`${writer.scene.name}:export`, {
                  columns: [{ dataIndex: [writer.scene.key], defaultTitle: 'id' }],
                }),
                query: { title: 'x', filter: { [writer.scene.key]: writer.scene.keyOf(writer.scene.hidden) } },
              },
              null,
            )
            .then(({ problems, reply }) =>
              reply.status < 400 && reply.text.includes(writer.scene.keyOf(writer.scene.hidden!))
                ? [...problems, 'exports it']
                : problems,
            )
        : Promise.resolve([]),
  },
  {
    name: 'import',
    run: async (writer) => {
      const { scene } = writer;
      const own = scene.oracle.writable(scene.caller, scene.table, 'create');
      const values = valuesFor(scene, own.size > 0 ? own : scene.columns);
      const asked = upload(`${scene.name}:importXlsx`, values);
      if (!scene.oracle.may(scene.caller, scene.table, 'import')) return writer.refused(asked);
      return (await writer.bounded(asked, null)).problems;
    },
  },
  {
    name: 'import elsewhere',
    run: async (writer) => {
      const { scene } = writer;
      if (!scene.oracle.may(scene.caller, scene.table, 'import') || !scene.columns.includes('areaId')) return [];
      const { areaId: _areaId, ...values } = valuesFor(
        scene,
        scene.oracle.writable(scene.caller, scene.table, 'create'),
      );
      const form = new FormData();
      const names = [...Object.keys(values), 'area'];
      form.append('file', workbook(names, [[...Object.values(values), '370681001002001']]), 'x.xlsx');
      const index = (name: string) => (name === 'area' ? ['area', 'code'] : [name]);
      form.append('columns', JSON.stringify(names.map((name) => ({ dataIndex: index(name), defaultTitle: name }))));
      return (
        await writer.bounded({ method: 'POST', path: `${scene.name}:importXlsx`, body: form, sheet: values }, null)
      ).problems;
    },
  },
  {
    name: 'import of closed columns',
    run: async (writer) => {
      const { scene } = writer;
      const open = scene.oracle.writable(scene.caller, scene.table, 'create');
      const closed = scene.columns.find(
        (name) => !open.has(name) && name !== scene.table.key && scene.collection.hasField(name),
      );
      if (!scene.oracle.may(scene.caller, scene.table, 'import') || !closed) return [];
      const values = { ...valuesFor(scene, open), [closed]: 'x' };
      const asked = upload(`${scene.name}:importXlsx`, values);
      const { reply, problems } = await writer.bounded(asked, null);
      // a row that fails for another reason would hide that the column was taken
      if (reply.status !== 403) problems.push(`answered ${reply.status}: ${reply.text.slice(0, 160)}`);
      return problems;
    },
  },
  {
    // each relation names a record that the caller must not find, then one that is not there: both are refused alike
    name: 'import with every relation column',
    run: async (writer) => {
      const { scene } = writer;
      if (!scene.oracle.may(scene.caller, scene.table, 'import')) return [];
      const open = scene.oracle.writable(scene.caller, scene.table, 'create');
      const hidden = scene.relations.flatMap((field): [string, string, string][] => {
        const target = scene.oracle.table(field.target);
        if (!target?.key || !open.has(field.name)) return [];
        const visible = scene.oracle.visible(scene.caller, target);
        const row = target.rows.find((each) => !visible.has(String(each[target.key ?? ''])));
        return row ? [[field.name, target.key, String(row[target.key])]] : [];
      });
      if (hidden.length === 0) return [];
      const values = valuesFor(scene, open);
      const send = (keyOf: (key: string) => string) => {
        const form = new FormData();
        const named = hidden.map(([name, , key]) => [`to ${name}`, keyOf(key)]);
        const sheet: Record<string, unknown> = { ...values, ...Object.fromEntries(named) };
        const names = Object.keys(sheet);
        form.append('file', workbook(names, [Object.values(sheet)]), 'x.xlsx');
        const paths = [...Object.keys(values).map((name) => [name]), ...hidden.map(([name, key]) => [name, key])];
        form.append('columns', JSON.stringify(paths.map((dataIndex, at) => ({ dataIndex, defaultTitle: names[at] }))));
        return writer.bounded({ method: 'POST', path: `${scene.name}:importXlsx`, body: form, sheet }, null);
      };
      const [found, absent] = [await send((key) => key), await send(() => scene.absent)];
      const problems = [...found.problems, ...absent.problems];
      if (found.reply.status < 400) problems.push(`answered ${found.reply.status}: ${found.reply.text.slice(0, 160)}`);
      const words = hidden.reduce((text, [, , key]) => text.replaceAll(key, scene.absent), found.reply.text);
      if (words !== absent.reply.text)
        problems.push(
          `tells hidden records from absent ones: ${words.slice(0, 160)} / ${absent.reply.text.slice(0, 160)}`,
        );
      return problems;
    },
  },
  {
    name: 'import template',
    run: async ({ scene }) => {
      const columns = scene.columns.map((name) => ({ dataIndex: [name], defaultTitle: name }));
      return (await scene.try(post(`${scene.name}:downloadXlsxTemplate`, { columns, title: 'x' }))).problems;
    },
  },
  {
    name: 'transition of a hidden record',
    run: ({ scene }) =>
      scene.likeAbsent((id) => post(`${scene.name}:transition/${id}`, { transition: 'submit', opinion: 'x' })),
  },
  {
    name: 'transitions of a hidden record',
    run: ({ scene }) => scene.likeAbsent((id) => ({ path: `${scene.name}:transitions/${id}` })),
  },
  {
    name: 'history of a hidden record',
    run: ({ scene }) => scene.likeAbsent((id) => ({ path: `${scene.name}:history/${id}` })),
  },
  {
    name: 'timeline of a hidden record',
    run: ({ scene }) => scene.likeAbsent((id) => timeline(scene.name, id)),
  },
  {
    name: 'transitions and history',
    run: async ({ scene }) => {
      if (!scene.seen || !scene.table.key) return [];
      const id = scene.keyOf(scene.seen);
      return [
        ...(await scene.try({ path: `${scene.name}:transitions/${id}` })).problems,
        ...(await scene.try({ path: `${scene.name}:history/${id}` })).problems,
        ...(await scene.try(timeline(scene.name, id))).problems,
      ];
    },
  },
  {
    name: 'transition without the right',
    run: async (writer) => {
      const { scene } = writer;
      const asked = post(
        `${scene.name}:transition/${scene.seen && scene.table.key ? scene.keyOf(scene.seen) : scene.absent}`,
        { transition: 'submit' },
      );
      if (scene.oracle.may(scene.caller, scene.table, 'transition'))
        return (await writer.bounded(asked, null)).problems.filter((text) => !text.startsWith('changed'));
      return writer.refused(asked);
    },
  },
];

/** Actions that some plugin of the host offers on every collection, and that no other door walks through. */
export const otherDoor = (action: string): WriteDoor => ({
  name: `other: ${action}`,
  run: async (writer) => {
    const { scene } = writer;
    const id = scene.hidden && scene.table.key ? scene.keyOf(scene.hidden) : scene.absent;
    return (await scene.try(post(`${scene.name}:${action}/${id}`))).problems;
  },
});
