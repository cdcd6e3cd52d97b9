/** 我的数据 of people whom the pack knows by their office rather than by a registration. */
import { reset, type Client } from '@test/server/harness';
import { buildTown, update, type Town } from '@test/server/registration/town';

interface Section {
  collection: string;
  title: string;
  records: { id: string; items: { name: string; title: string; value: string | null }[] }[];
}

let town: Town;
beforeAll(async () => {
  await reset();
  town = await buildTown();
  const contact = { contactName: '李联络', contactPhone: '13911112222' };
  expect((await update(town.administrator, 'hxUnits', town.work.id, contact)).status).toBe(200);
});

const sections = async (client: Client): Promise<Section[]> =>
  (await client.get<{ sections: Section[] }>('hxMyData:get')).body.data.sections;

it('shows a liaison their own unit, with themselves as its contact in clear', async () => {
  const units = (await sections(town.liaison)).find(({ collection }) => collection === 'hxUnits');
  expect(units?.records.map(({ id }) => id)).toEqual([String(town.work.id)]);
  const values = Object.fromEntries(units!.records[0].items.map(({ name, value }) => [name, value]));
  expect(values).toMatchObject({ name: '市档案馆', contactName: '李联络', contactPhone: '13911112222' });
});

it('shows it to no other liaison and no official', async () => {
  for (const client of [town.otherLiaison, town.community, town.city_])
    expect(JSON.stringify(await sections(client))).not.toMatch(/李联络|13911112222|市档案馆/);
});
