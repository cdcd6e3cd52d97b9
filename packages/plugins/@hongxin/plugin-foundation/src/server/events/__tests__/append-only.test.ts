import { app, type Client, reset, root, signInAs } from '@test/server/harness';
import { codes, foundation } from '@test/server/foundation/errands';

jest.setTimeout(60_000);

let administrator: Client;
beforeAll(async () => {
  await reset();
  administrator = await root();
});

async function append(): Promise<string> {
  const { db } = app();
  const entry = {
    collectionName: 'hxThings',
    recordId: '1',
    transition: 'reveal',
    actorId: 1,
    details: { fields: ['phone'] },
  };
  return db.sequelize.transaction((transaction) => foundation().events.append(entry, transaction));
}

it('takes entries with the name of the actor', async () => {
  const id = await append();
  const row = await app().db.getRepository('hxEvents').findOne({ filterByTk: id });
  expect(row?.toJSON()).toMatchObject({
    transition: 'reveal',
    actorId: 1,
    actorName: 'Root',
    details: { fields: ['phone'] },
  });
});

it('is append-only for SQL, also after another upgrade', async () => {
  const id = await append();
  await foundation().events.install();
  const { sequelize } = app().db;
  await expect(sequelize.query(`UPDATE "hxEvents" SET "opinion" = 'x' WHERE id = ${id}`)).rejects.toThrow(
    /never changed or deleted/,
  );
  await expect(sequelize.query(`DELETE FROM "hxEvents" WHERE id = ${id}`)).rejects.toThrow(/never changed or deleted/);
  expect(await app().db.getRepository('hxEvents').count({ filter: { id } })).toBe(1);
});

it('is append-only for code and for the API, whoever asks', async () => {
  const id = await append();
  const repository = app().db.getRepository('hxEvents');
  await expect(repository.update({ filterByTk: id, values: { opinion: 'x' } })).rejects.toMatchObject({
    message: 'APPEND_ONLY',
  });
  await expect(repository.destroy({ filterByTk: id })).rejects.toMatchObject({ message: 'APPEND_ONLY' });
  for (const action of ['create', `update/${id}`, `destroy/${id}`, 'firstOrCreate', 'updateOrCreate']) {
    const answer = await administrator.post(`hxEvents:${action}`, { opinion: 'x' });
    expect([action, answer.status, codes(answer)]).toEqual([action, 403, ['APPEND_ONLY']]);
  }
  expect((await administrator.get('hxEvents:list')).status).toBe(200);
  expect((await (await signInAs('events-nobody', ['member'])).post('hxEvents:create', {})).status).toBe(403);
});
