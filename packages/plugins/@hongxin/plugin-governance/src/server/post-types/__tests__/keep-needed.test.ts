/** Post types that code reckons with keep their codes; what people call them is the administrator's. */
import { reset, root, type Client } from '@test/server/harness';

let administrator: Client;

beforeAll(async () => {
  await reset();
  administrator = await root();
});

const idOf = async (code: string): Promise<number> =>
  (await administrator.get<{ id: number }>('hxPostTypes:get', { filter: { code } })).body.data.id;
const change = (id: number, values: object) =>
  administrator.post('hxPostTypes:update', values, { query: { filterByTk: id } });

it.each(['buildingHead', 'unitHead', 'streetSecretary', 'communitySecretary', 'estateSecretary', 'groupLeader'])(
  '%s is renamed and switched off, neither deleted nor given another code',
  async (code) => {
    const id = await idOf(code);
    const type = (await administrator.get<{ title: string }>('hxPostTypes:get', { filter: { code } })).body.data;
    for (const answer of [
      await change(id, { code: 'another' }),
      await administrator.post('hxPostTypes:destroy', {}, { query: { filterByTk: id } }),
    ])
      expect([answer.status, answer.body.errors?.map((error) => error.code)]).toEqual([
        400,
        ['DICTIONARY_CODE_NEEDED'],
      ]);
    expect((await change(id, { title: '新名称', enabled: false, code })).status).toBe(200);
    expect((await change(id, { title: type.title, enabled: true })).status).toBe(200);
  },
);

it('a type of one’s own is the administrator’s as a whole', async () => {
  const made = await administrator.post<{ id: number }>('hxPostTypes:create', {
    ...{ code: 'streetArtist', title: '街头艺人', level: 'community' },
  });
  expect(made.status).toBe(200);
  expect((await change(made.body.data.id, { code: 'artist' })).status).toBe(200);
  const removed = await administrator.post('hxPostTypes:destroy', {}, { query: { filterByTk: made.body.data.id } });
  expect(removed.status).toBe(200);
});
