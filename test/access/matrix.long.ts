/** Every caller at every door of every collection: nothing is told and nothing is changed that the tables do not allow. */
import fs from 'node:fs';
import { app } from '../server/harness';
import { Matrix } from './support/matrix';
import { Report } from './support/report';
import { buildTown, leaveTown } from './support/town';

jest.setTimeout(600_000);

let matrix: Matrix;

beforeAll(async () => {
  await app()
    .db.getRepository('systemSettings')
    .update({ filterByTk: 1, values: { roleMode: 'allow-use-union' } });
  await app().cache.reset();
  matrix = new Matrix(await buildTown());
  await matrix.prepare();
});

afterAll(async () => {
  await app()
    .db.getRepository('systemSettings')
    .update({ filterByTk: 1, values: { roleMode: 'default' } });
  await app().cache.reset();
  await leaveTown();
});

it('lets nobody see, count, infer or change what the tables do not allow', async () => {
  const started = Date.now();
  const report = new Report();
  const only = process.env.HX_MATRIX_CALLER;
  await matrix.run(report, only ? { callers: ({ name }) => new RegExp(only).test(name) } : {});
  process.stderr.write(`${report.summary((Date.now() - started) / 1000)}\n`);
  if (process.env.HX_MATRIX_OUT) fs.writeFileSync(process.env.HX_MATRIX_OUT, report.text(5000));
  expect(report.text()).toBe('');
  if (!only) expect(report.cells).toBeGreaterThan(10_000);
});
