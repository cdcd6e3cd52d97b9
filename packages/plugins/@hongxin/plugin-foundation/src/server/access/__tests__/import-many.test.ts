/** Long sheets: nothing is left out in silence, and all of it is written or nothing. */
import { reset, type Client } from '@test/server/harness';
import { EAST, fillPlaces, preparePlaces, signInWithPosts } from '@test/server/foundation/places';
import { exported, newLines, preview, upload } from '@test/server/foundation/test-sheets';

let east: Client;

beforeAll(async () => {
  await preparePlaces();
  await reset();
  await fillPlaces();
  east = await signInWithPosts('many-east', 'hx-official', [EAST]);
});

it('5,000 rows: made, exported whole, found unchanged, and all changed', async () => {
  const times: Record<string, number> = {};
  const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    const answer = await work();
    times[name] = Math.round(performance.now() - start);
    return answer;
  };
  const created = await timed('create', () => upload(east, newLines(5000)));
  expect(created.body.data).toMatchObject({ created: 5000 });
  const sheet = (await timed('export', () => exported(east))).map((row) => [...row]);
  expect(sheet.length).toBe(5001);
  const looked = await timed('unchanged', () => preview(east, sheet));
  expect(looked.body.data.counts).toEqual({ created: 0, changed: 0, unchanged: 5001, refused: 0 });
  const changed = sheet.map((row) => [row[0], `${String(row[1])}!`, ...row.slice(2)]);
  const answer = await timed('change', () => upload(east, changed, { basis: looked.body.data.basis }));
  expect(answer.body.data).toMatchObject({ changed: 5001 });
  process.stderr.write(`import-many ${JSON.stringify(times)}\n`);
}, 600_000);
