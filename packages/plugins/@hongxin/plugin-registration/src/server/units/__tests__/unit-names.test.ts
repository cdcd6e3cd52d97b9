/** A unit has one spelling, and an area one unit of a name, by every door; texts are kept without what nobody sees. */
import { utils, write } from '@e965/xlsx';
import { app, reset } from '@test/server/harness';
import PlainUnits from '../../migrations/20261201010000-plain-units';
import { buildTown, codes, create, update, type Town } from '@test/server/registration/town';

let town: Town;

beforeAll(async () => {
  await reset();
  town = await buildTown();
}, 300_000);

const unit = (name: string, more: Record<string, unknown> = {}) =>
  town.administrator.post<{ id: number }>('hxUnits:create', { name, kind: 'agency', areaId: town.east.id, ...more });

const stored = async (collection: string, id: unknown): Promise<Record<string, unknown>> =>
  (
    await app()
      .db.getRepository(collection)
      .findOne({ filterByTk: id as number })
  ).toJSON() as Record<string, unknown>;

it('keeps names in one spelling and refuses a second unit of the same name in the same area', async () => {
  const first = await unit(' 测序\u200b单位(东校)\n', { contactName: '\u200b张 三\u200b' });
  expect(first.status).toBe(200);
  expect(await stored('hxUnits', first.body.data.id)).toMatchObject({ name: '测序单位（东校）', contactName: '张三' });
  for (const spelling of ['测序单位（东校）', ' 测序单位（东校） ', '测序\n单位（东校）', '测 序单位(东校)']) {
    const answer = await unit(spelling);
    expect([spelling, answer.status, codes(answer)]).toEqual([spelling, 400, ['UNIT_NAME_EXISTS']]);
    expect(answer.body.errors?.[0]).toMatchObject({ field: 'name', params: { name: '测序单位（东校）' } });
    expect(answer.body.errors?.[0].message).toContain('测序单位（东校）');
  }
  expect((await unit('ＡＢ测序单位')).status).toBe(200);
  expect(codes(await unit('ab测序单位'))).toEqual(['UNIT_NAME_EXISTS']);
});

it('asks for names in one area only, and when they change', async () => {
  const west = await unit('测序单位（东校）', { areaId: town.west.id });
  expect(west.status).toBe(200);
  const { id } = west.body.data;
  expect((await update(town.administrator, 'hxUnits', id, { address: '一号' })).status).toBe(200);
  expect((await update(town.administrator, 'hxUnits', id, { name: '测序单位(东校)' })).status).toBe(200);
  expect(codes(await update(town.administrator, 'hxUnits', id, { areaId: town.east.id }))).toEqual([
    'UNIT_NAME_EXISTS',
  ]);
});

it('takes one of two that come at once', async () => {
  const answers = await Promise.all(['测同时单位', '测同时 单位', '测同时\u200b单位'].map((name) => unit(name)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
});

it('brings the names of an installation of before into that spelling, and leaves its doubles', async () => {
  const ids = [(await unit('测旧单位甲')).body.data.id, (await unit('测旧单位乙')).body.data.id];
  const { db } = app();
  await db.sequelize.query(
    `UPDATE "hxUnits" SET name = ' 测旧\u200b单位(丙)', "contactName" = '李 四 ' WHERE id IN (:ids)`,
    { replacements: { ids } },
  );
  await new PlainUnits({ app: app(), db } as unknown as ConstructorParameters<typeof PlainUnits>[0]).up();
  for (const id of ids) {
    expect(await stored('hxUnits', id)).toMatchObject({ name: '测旧单位（丙）', contactName: '李四' });
    expect((await update(town.administrator, 'hxUnits', id, { address: '二号' })).status).toBe(200);
  }
});

it('keeps texts without what nobody sees: one line and several', async () => {
  const need = await create(town.community, 'hxNeeds', {
    title: ' 测\u200b需求\n一 ',
    areaId: town.east.id,
    description: '\u202d第一行\r\n第二\u200b行\u202c ',
  });
  expect(await stored('hxNeeds', need.id)).toMatchObject({ title: '测需求 一', description: '第一行\n第二行' });
  await update(town.community, 'hxNeeds', need.id, { title: '测\u200b需求二' });
  expect(await stored('hxNeeds', need.id)).toMatchObject({ title: '测需求二' });
  const area = await create(town.administrator, 'hxAreas', {
    name: '\u200b9号 楼\u0007',
    parentId: town.westEstate.id,
  });
  expect(await stored('hxAreas', area.id)).toMatchObject({ name: '9号 楼' });
});

it('refuses half of a sign in texts, lists and opinions, and an opinion of which nothing is seen', async () => {
  const need = await create(town.community, 'hxNeeds', { title: '测半字', areaId: town.east.id });
  expect(codes(await update(town.community, 'hxNeeds', need.id, { title: '测\ud800' }))).toEqual(['VALUE_UNREADABLE']);
  const go = (values: Record<string, unknown>) =>
    town.community.post(`hxNeeds:transition/${need.id}`, { transition: 'withdraw', ...values });
  expect(codes(await go({ opinion: 'x\ud800y' }))).toEqual(['VALUE_UNREADABLE']);
  expect(codes(await go({ opinion: '\u200b' }))).toEqual(['OPINION_REQUIRED']);
  expect((await go({ opinion: '测😀' })).status).toBe(200);
});

it('finds the unit of a row of a sheet in whatever spelling it is stored', async () => {
  const { id } = (await unit('测表单位（东校）Ａ')).body.data;
  const { db } = app();
  await db.sequelize.query(`UPDATE "hxUnits" SET name = '测\u200b表\n单位（东 校）ａ' WHERE id = :id`, {
    replacements: { id },
  });
  const columns = [
    { dataIndex: ['name'], title: '单位名称' },
    { dataIndex: ['area', 'code'], title: '所在区域' },
    { dataIndex: ['address'], title: '地址' },
  ];
  const sheet = utils.aoa_to_sheet([columns.map(({ title }) => title), ['测表单位(东校)A', town.east.code, '三号']]);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'x');
  const form = new FormData();
  form.append(
    'file',
    new Blob([new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)]),
    'x.xlsx',
  );
  form.append('columns', JSON.stringify(columns));
  const preview = await town.administrator.post<Record<string, unknown>>('hxUnits:importPreview', form);
  expect(preview.body.data.counts).toEqual({ created: 0, changed: 1, unchanged: 0, refused: 0 });
});
