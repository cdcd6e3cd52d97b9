/** A small city for the tests: two communities of one street, made through HTTP like an administrator would. */
import { root, type Client } from '../harness';

export type Row = Record<string, unknown> & { id: number };

/** Creates a record or fails the test with the server's answer. */
export async function create(client: Client, collection: string, values: Record<string, unknown>): Promise<Row> {
  const answer = await client.post<Row>(`${collection}:create`, values);
  if (answer.status !== 200) throw new Error(`${collection}:create ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body.data;
}

export const update = (client: Client, collection: string, id: unknown, values: Record<string, unknown>) =>
  client.post<Row[]>(`${collection}:update`, values, { query: { filterByTk: id } });

export const remove = (client: Client, collection: string, id: unknown) =>
  client.post(`${collection}:destroy`, {}, { query: { filterByTk: id } });

export async function list(client: Client, collection: string, query: Record<string, unknown> = {}): Promise<Row[]> {
  const answer = await client.get<Row[]>(`${collection}:list`, { pageSize: 200, sort: ['id'], ...query });
  if (answer.status !== 200) throw new Error(`${collection}:list ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body.data;
}

export const codes = (answer: { body: { errors?: { code?: string }[] } }): (string | undefined)[] =>
  (answer.body.errors ?? []).map((error) => error.code);

export interface City {
  city: Row;
  street: Row;
  east: Row;
  west: Row;
  eastEstate: Row;
  westEstate: Row;
  building: Row;
  unit: Row;
}

/** City, street, communities east and west, an estate in each, and in the eastern one a building with a unit. */
export async function buildCity(client?: Client): Promise<City> {
  const administrator = client ?? (await root());
  const area = (name: string, values: Record<string, unknown>) => create(administrator, 'hxAreas', { name, ...values });
  const city = await area('龙口市', { code: '370681' });
  const street = await area('东莱街道', { parentId: city.id });
  const east = await area('东社区', { parentId: street.id });
  const west = await area('西社区', { parentId: street.id });
  const eastEstate = await area('东小区', { parentId: east.id, estateType: 'old' });
  const westEstate = await area('西小区', { parentId: west.id, estateType: 'new' });
  const building = await area('1号楼', { parentId: eastEstate.id });
  const unit = await area('1单元', { parentId: building.id });
  return { city, street, east, west, eastEstate, westEstate, building, unit };
}

/** The id of a seeded post type. */
export async function postType(client: Client, code: string): Promise<number> {
  const [row] = await list(client, 'hxPostTypes', { filter: { code } });
  return row.id;
}

/** Gives a user a post: a person linked to the user, and the post in the area. */
export async function appoint(
  client: Client,
  userId: number | null,
  code: string,
  area: Row,
  values: Record<string, unknown> = {},
): Promise<Row> {
  const person = await create(client, 'hxPersons', { name: `王${code}`, userId });
  return create(client, 'hxPosts', {
    personId: person.id,
    postTypeId: await postType(client, code),
    areaId: area.id,
    startsOn: '2020-01-01',
    ...values,
  });
}
