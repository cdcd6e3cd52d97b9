/** A day that is none is refused through every door: transitions, and what a workflow's nodes hand to a repository. */
import type { Reason } from '@hongxin/rules/mechanism';
import { app, reset, signInAs, type Client } from '@test/server/harness';
import { raise } from '@test/server/registration/needs';
import { serviceClass, stored } from '@test/server/registration/service';
import { buildTown, codes, type Town } from '@test/server/registration/town';

let town: Town;
let resident: Client;

beforeAll(async () => {
  await reset();
  town = await buildTown();
  resident = await signInAs('resident', ['hx-resident']);
});

const NO_DAYS = [
  ['2026-02-30', 'DAY_IMPOSSIBLE'],
  ['2026-13-01', 'DAY_IMPOSSIBLE'],
  ['2026.09', 'DAY_IS_MONTH'],
  ['2026-02-30T00:00:00.000Z', 'DAY_IMPOSSIBLE'],
];

it.each(NO_DAYS)('a transition refuses %s: %s', async (wantedBy, code) => {
  const { id } = await raise(town, resident);
  const values = { serviceClassId: await serviceClass('legalAid'), wantedBy };
  const answer = await town.community.post(`hxNeeds:transition/${id}`, { transition: 'review', values });
  expect([answer.status, codes(answer)]).toEqual([400, [code]]);
  expect(await stored(town, 'hxNeeds', id)).toMatchObject({ state: 'raised', wantedBy: null });
});

it.each(NO_DAYS)('a record that a workflow makes or changes refuses %s: %s', async (wantedBy, code) => {
  const needs = app().db.getRepository('hxNeeds');
  const { id } = await raise(town, resident);
  const values = { title: '修灯', areaId: town.eastEstate.id, wantedBy };
  const why = (error: { reasons: readonly Reason[] }) => error.reasons.map((reason) => reason.code);
  expect(await needs.create({ values }).then(() => [], why)).toEqual([code]);
  expect(await needs.update({ filterByTk: id, values: { wantedBy } }).then(() => [], why)).toEqual([code]);
  expect(await stored(town, 'hxNeeds', id)).toMatchObject({ wantedBy: null });
});

it('days that are days go through both', async () => {
  const { id } = await raise(town, resident);
  const values = { serviceClassId: await serviceClass('legalAid'), wantedBy: '2031-02-28' };
  const answer = await town.community.post(`hxNeeds:transition/${id}`, { transition: 'review', values });
  expect(answer.status).toBe(200);
  const needs = app().db.getRepository('hxNeeds');
  for (const wantedBy of ['2031-03-01', '2031/3/2', new Date('2031-03-03T00:00:00+08:00'), null])
    await needs.update({ filterByTk: id, values: { wantedBy } });
});
