/**
 * Every caller before every collection, and at the pack's own actions: nothing is told and nothing is changed that the
 * tables do not allow. Of callers with equal rights (support/classes.ts) one walks all doors, the others the light ones. HX_MATRIX_CALLER (a pattern) narrows the callers, HX_MATRIX_OUT names a file for all failures.
 */
import { app } from '../server/harness';
import { asConfigurers } from './support/configurers';
import { walkEndpoints } from './support/endpoints';
import { Matrix } from './support/matrix';
import { Report } from './support/report';
import { buildTown, leaveTown } from './support/town';

jest.setTimeout(1_800_000);

const only = process.env.HX_MATRIX_CALLER;
const callers = ({ name }: { name: string }) => !only || new RegExp(only).test(name);

/** Walks and cells there are at least: with a further collection there are more, with a caller's own grant as well. */
const LEAST = { full: 450, cells: 18_000 };

let matrix: Matrix;

const letRoles = async (roleMode: string): Promise<void> => {
  await app().db.getRepository('systemSettings').update({ filterByTk: 1, values: { roleMode } });
  await app().cache.reset();
};

beforeAll(async () => {
  await letRoles('allow-use-union');
  matrix = new Matrix(await buildTown());
  await matrix.prepare();
});

afterAll(async () => {
  await letRoles('default');
  await leaveTown();
});

it('fails at none of the pack’s own actions, and tells those without a role nothing', async () => {
  const started = Date.now();
  const report = new Report();
  await walkEndpoints(matrix, report, callers);
  report.save();
  process.stderr.write(`own actions: ${report.summary((Date.now() - started) / 1000)}\n`);
  expect(report.text()).toBe('');
});

it('lets nobody see, count, infer or change what the tables do not allow', async () => {
  const started = Date.now();
  const report = new Report();
  await matrix.run(report, { callers });
  await asConfigurers(() => matrix.run(report, { callers, doors: (name) => name === 'template variables' }));
  process.stderr.write(`${report.summary((Date.now() - started) / 1000)}\n`);
  report.save();
  expect(report.text()).toBe('');
  if (only) return;
  // nobody narrows it unseen: everybody stands before every collection, in both passes, and this much is walked
  const { full, light } = report.scenes;
  expect(full + light).toBe(2 * matrix.town.callers.length * matrix.town.tables.size);
  expect(full).toBeGreaterThanOrEqual(LEAST.full);
  expect(report.cells).toBeGreaterThanOrEqual(LEAST.cells);
});
