import { reset, signInAs, signedOut, type Client } from '@test/server/harness';
import { EAST, fillPlaces, preparePlaces, signInWithPosts, WEST, type Places } from '@test/server/foundation/places';

interface Row {
  id: number;
  title: string;
  areaCode: string;
}

let places: Places;
let east: Client;
let both: Client;
let nowhere: Client;

beforeAll(async () => {
  await preparePlaces();
  await reset();
  places = await fillPlaces();
  east = await signInWithPosts('scope-east', 'hx-official', [EAST]);
  both = await signInWithPosts('scope-both', 'hx-official', [EAST, WEST]);
  nowhere = await signInWithPosts('scope-nowhere', 'hx-official', []);
});

const titles = async (client: Client) =>
  (await client.get<Row[]>('hxTestRecords:list', { sort: 'id' })).body.data.map((row) => row.title);

describe('reads inside the areas of current posts', () => {
  it('lists and counts the records below the area of a post, and no others', async () => {
    const answer = await east.get<Row[]>('hxTestRecords:list');
    expect(answer.status).toBe(200);
    expect(answer.body.data.map((row) => row.title)).toEqual(['east']);
    expect(answer.body.meta).toMatchObject({ count: 1 });
  });

  it('joins the areas of several posts', async () => {
    expect(await titles(both)).toEqual(['east', 'west']);
  });

  it('answers nothing, and no error, to a role without a post', async () => {
    const answer = await nowhere.get<Row[]>('hxTestRecords:list');
    expect(answer.status).toBe(200);
    expect(answer.body.data).toEqual([]);
    expect(answer.body.meta).toMatchObject({ count: 0 });
  });

  it('does not find a record of another area by its id', async () => {
    const own = await east.get<Row>(`hxTestRecords:get/${places.east}`);
    expect(own.body.data.title).toBe('east');
    const other = await east.get<Row | null>(`hxTestRecords:get/${places.west}`);
    expect(other.status).toBe(404);
  });

  it('cannot be widened by a filter of the caller', async () => {
    const answer = await east.get<Row[]>('hxTestRecords:list', {
      filter: { $or: [{ areaCode: WEST }, { areaCode: { $hxInAreasOf: 'hx-city' } }, { id: { $gt: 0 } }] },
    });
    expect(answer.body.data.map((row) => row.title)).toEqual(['east']);
  });

  it('opens nothing to a signed-out caller, nor to the role every user has', async () => {
    expect((await signedOut().get('hxTestRecords:list')).status).toBe(401);
    const ordinary = await signInAs('scope-ordinary', ['member']);
    expect((await ordinary.get('hxTestRecords:list')).status).toBe(403);
  });
});
