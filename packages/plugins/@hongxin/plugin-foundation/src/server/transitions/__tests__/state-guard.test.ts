import * as XLSX from '@e965/xlsx';
import { app, reset } from '@test/server/harness';
import {
  type Cast,
  codes,
  type Errand,
  newErrand,
  prepareErrands,
  removeErrands,
  stateOf,
} from '@test/server/foundation/errands';

jest.setTimeout(60_000);

let cast: Cast;
beforeAll(async () => {
  await reset();
  cast = await prepareErrands();
});
afterAll(removeErrands);

const refused = [400, ['STATE_ONLY_BY_TRANSITION']];

it('gives every new record the initial state', async () => {
  const answer = await cast.administrator.post<Errand>('hxTestErrands:create', { title: 'a' });
  expect(answer.body.data.state).toBe('draft');
  const same = await cast.administrator.post<Errand>('hxTestErrands:create', { title: 'a', state: 'draft' });
  expect([same.status, same.body.data.state]).toEqual([200, 'draft']);
  const rows = await app()
    .db.getModel('hxTestErrands')
    .bulkCreate([{ title: 'b' }, { title: 'c' }], { fields: ['title'] });
  for (const row of rows) expect(await stateOf(Number(row.get('id')))).toBe('draft');
});

it.each(['create', 'firstOrCreate', 'updateOrCreate'])('refuses another state in %s', async (action) => {
  const before = await app().db.getRepository('hxTestErrands').count();
  const answer = await cast.administrator.post(
    `hxTestErrands:${action}`,
    { title: `by ${action}`, state: 'closed' },
    { query: { filterKeys: ['title'] } },
  );
  expect([answer.status, codes(answer)]).toEqual(refused);
  expect(answer.body.errors?.[0]).toMatchObject({ field: 'state', params: { collection: 'hxTestErrands' } });
  expect(await app().db.getRepository('hxTestErrands').count()).toBe(before);
});

it('refuses update, update of many, updateOrCreate and update by filter', async () => {
  const id = await newErrand(cast.owner, { title: 'guarded' });
  const update = await cast.administrator.post(`hxTestErrands:update/${id}`, { state: 'closed', title: 'changed' });
  const byFilter = await cast.administrator.post(
    'hxTestErrands:update',
    { state: 'closed' },
    { query: { filter: { id } } },
  );
  const many = await cast.administrator.post('hxTestErrands:update', [{ id, state: 'closed' }], {
    query: { filterByTk: id },
  });
  const upsert = await cast.administrator.post(
    'hxTestErrands:updateOrCreate',
    { title: 'guarded', state: 'closed' },
    { query: { filterKeys: ['title'] } },
  );
  expect(many.status).toBe(400);
  for (const answer of [update, byFilter, upsert]) expect([answer.status, codes(answer)]).toEqual(refused);
  const row = await app().db.getRepository('hxTestErrands').findOne({ filterByTk: id });
  expect(row?.toJSON()).toMatchObject({ state: 'draft', title: 'guarded' });
});

it('lets a form send back the state it was given', async () => {
  const id = await newErrand(cast.owner);
  const answer = await cast.administrator.post(`hxTestErrands:update/${id}`, { state: 'draft', title: 'changed' });
  expect(answer.status).toBe(200);
});

it('refuses writes below the API: bulk update, upsert, overwriting import', async () => {
  const id = await newErrand(cast.owner);
  const model = app().db.getModel('hxTestErrands');
  const repository = app().db.getRepository('hxTestErrands');
  const refusal = { name: 'Refusal', message: 'STATE_ONLY_BY_TRANSITION' };
  await expect(model.update({ state: 'closed' }, { where: { id } })).rejects.toMatchObject(refusal);
  await expect(
    repository.update({ filterByTk: id, values: { state: 'closed' }, individualHooks: false }),
  ).rejects.toMatchObject(refusal);
  await expect(model.upsert({ id, state: 'closed' })).rejects.toMatchObject(refusal);
  await expect(model.bulkCreate([{ id, title: 'x' }], { updateOnDuplicate: ['state'] })).rejects.toMatchObject(refusal);
  await expect(model.bulkCreate([{ title: 'y', state: 'closed' }])).rejects.toMatchObject(refusal);
  expect(await stateOf(id)).toBe('draft');
});

it('refuses a state in an Excel import, and imports nothing', async () => {
  const sheet = XLSX.utils.aoa_to_sheet([
    ['标题', '状态'],
    ['Imported', 'closed'],
  ]);
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, 'rows');
  const form = new FormData();
  form.append('file', new Blob([XLSX.write(book, { type: 'array', bookType: 'xlsx' })]), 'rows.xlsx');
  const columns = [
    ['title', '标题'],
    ['state', '状态'],
  ].map(([name, title]) => ({ dataIndex: [name], title, defaultTitle: title }));
  form.append('columns', JSON.stringify(columns));
  const answer = await cast.administrator.call('POST', 'hxTestErrands:importXlsx', { body: form });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect(
    await app()
      .db.getRepository('hxTestErrands')
      .count({ filter: { title: 'Imported' } }),
  ).toBe(0);
});

it('refuses a workflow’s update node', async () => {
  const id = await newErrand(cast.owner, { title: 'by workflow' });
  const { db } = app();
  const workflow = await db.getRepository('workflows').create({
    values: {
      title: 'w',
      type: 'collection',
      sync: true,
      enabled: true,
      current: true,
      config: { collection: 'hxTestErrands', mode: 2, changed: ['title'] },
    },
  });
  await db.getRepository('flow_nodes').create({
    values: {
      workflowId: workflow.get('id'),
      key: 'u',
      type: 'update',
      config: {
        collection: 'hxTestErrands',
        params: { individualHooks: false, filter: { id }, values: { state: 'closed' } },
      },
    },
  });
  await cast.administrator.post(`hxTestErrands:update/${id}`, { title: 'start the workflow' });
  const execution = await db.getRepository('executions').findOne({ filter: { workflowId: workflow.get('id') } });
  await db.getRepository('workflows').destroy({ filterByTk: workflow.get('id') as number });
  expect(execution?.get('status')).toBeLessThan(0);
  expect(await stateOf(id)).toBe('draft');
});
