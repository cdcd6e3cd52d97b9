/** A year on a clock that is turned: whom it is told of, and by whom, whatever happened after its end. */
import type { PluginFoundation } from '@hongxin/plugin-foundation';
import { chinaDay } from '@hongxin/rules/mechanism';
import type { Model } from '@nocobase/database';
import { app, cityClock, reset, type Client } from '@test/server/harness';
import type { MyHoursAnswer } from '../../../shared/service';
import { served } from '@test/server/registration/service-tables';
import { buildTown, list, move, moved, type Town } from '@test/server/registration/town';
import {
  china,
  comment,
  feedbackOf,
  FEEDBACKS,
  figure,
  gone,
  make,
  moveWest,
  must,
  onRoll,
  turnTo,
  unitOnRoll,
  YEAR,
  type OnRoll,
} from '@test/server/registration/year';

const MEMBERS = 'hxMemberRegistrations';
const UNITS = 'hxUnitRegistrations';
let town: Town;
let people: Record<string, OnRoll>;
let unitId: number;

const accept = (id: number, collection = MEMBERS) =>
  must(town.westCommunity.post(`${collection}:transition/${id}`, { transition: 'accept' }));
const leave = (id: number) =>
  moved(town.community, id, 'cancel', { opinion: '党组织关系转出', values: { leaveReason: 'leftParty' } });

beforeAll(async () => {
  await reset();
  town = await buildTown();
  people = {};
  for (const who of ['stays', 'movesInYear', 'leavesInYear', 'onTheWay', 'movesAfter', 'waitsAfter', 'leavesAfter'])
    people[who] = await onRoll(town);
  for (const { personId } of Object.values(people)) await served(personId, YEAR, { minutes: 120 });
  unitId = await unitOnRoll(town, town.work, town.liaison);
  await accept(await moveWest(town, MEMBERS, people.movesInYear.id));
  await leave(people.leavesInYear.id);
  turnTo(`${YEAR}-12-30`);
  const onTheWay = await moveWest(town, MEMBERS, people.onTheWay.id);
  turnTo(`${YEAR + 1}-01-05`);
  await accept(onTheWay);
  people.late = await onRoll(town);
  turnTo(`${YEAR + 1}-01-10`);
  await accept(await moveWest(town, MEMBERS, people.movesAfter.id));
  await accept(await moveWest(town, UNITS, unitId), UNITS);
  await moveWest(town, MEMBERS, people.waitsAfter.id);
  turnTo(`${YEAR + 1}-02-01`);
  await leave(people.leavesAfter.id);
});
afterAll(() => cityClock().right());

/** What the reminders of a day tell the community's official of feedbacks that have not been made. */
async function reminded(to: Client, day: string): Promise<string[]> {
  const { reminders, calendar } = app().pm.get('@hongxin/plugin-foundation') as PluginFoundation;
  const worked = await calendar.load();
  let at = china(day, '10:00');
  while (worked.isWorkingDay(chinaDay(at)) === false) at = new Date(at.getTime() + 86_400_000);
  const of = { userId: to.userId, title: '上年度反馈还未生成' };
  const inbox = app().db.getRepository('notificationInAppMessages');
  const known = await inbox.count({ filter: of });
  await reminders.send(at);
  const rows = (await inbox.find({ filter: of, sort: ['receiveTimestamp'] })) as Model[];
  return rows.slice(known).map((row) => String(row.get('content')));
}

it('reminds of everybody whose feedback is due, whatever has become of them since', async () => {
  const text = (name: string, count: number) => [
    expect.stringContaining(`${name}有 ${count} 份${YEAR}年度反馈还未生成`),
  ];
  expect(await reminded(town.community, `${YEAR + 1}-01-12`)).toEqual(text('东社区', 7));
  expect(await reminded(town.westCommunity, `${YEAR + 1}-02-12`)).toEqual(text('西社区', 1));
});

it('is told once of everybody who stood on a roll in it, by the roll of its end or the last in it', async () => {
  // the six of the east and the unit; who moved within the year is the west's
  expect([await make(town.community), await make(town.westCommunity)]).toEqual([7, 1]);
  expect([await make(town.community), await make(town.westCommunity)]).toEqual([0, 0]);
  expect(await reminded(town.community, `${YEAR + 1}-03-02`)).toEqual([]);
  const rows = await list(town.administrator, FEEDBACKS, { filter: { year: YEAR } });
  const given = Object.fromEntries(rows.map(({ subjectName, areaCode }) => [subjectName, areaCode]));
  const expected = Object.entries(people)
    .filter(([who]) => who !== 'late')
    .map(([who, { name }]) => [name, who === 'movesInYear' ? town.west.code : town.east.code]);
  expect(given).toEqual({ ...Object.fromEntries(expected), 市档案馆: town.east.code });
});

it('asks who stood on the roll at its end, not today', async () => {
  const standing: Record<string, number | undefined> = {};
  for (const [who, { personId }] of Object.entries(people)) {
    if (who !== 'late') standing[who] = figure(await feedbackOf(town, personId), 'attendance')?.counted.onRoll;
  }
  expect(standing).toEqual({
    ...{ stays: 1, movesInYear: 1, leavesInYear: 0, onTheWay: 1, movesAfter: 1, waitsAfter: 1, leavesAfter: 1 },
  });
});

it('gives a unit the mean of its members of the year’s end', async () => {
  const [unit] = await list(town.administrator, FEEDBACKS, { filter: { year: YEAR, subject: 'unit' } });
  // five of the east stood at the end with two hours each; who came in January is not divided by
  expect(unit).toMatchObject({ minutes: 120, times: 1, unitRegistrationId: unitId });
  expect(figure(unit, 'attendance')?.counted.onRoll).toBe(1);
});

it('loses nothing of it by a move after it was made', async () => {
  const { id } = await feedbackOf(town, people.stays.personId);
  await moveWest(town, MEMBERS, people.stays.id);
  const row = await gone(town.community, id, 'comment', comment());
  expect(figure(row, 'attendance')?.counted.onRoll).toBe(1);
});

it('tells a member why hours of a year that is over count off this one', async () => {
  const { member, personId } = people.onTheWay;
  const own = { ownerId: member.userId, personId };
  const [{ id }] = await list(town.administrator, 'hxServiceRecords', { filter: { personId } });
  await served(personId, YEAR + 1, { ...own, minutes: 62 });
  await served(personId, YEAR + 1, { ...own, minutes: -120, origin: 'reversal', reversesId: id });
  const { data } = (await member.get<MyHoursAnswer>('hxService:myHours')).body;
  expect(data).toMatchObject({
    ...{ year: YEAR + 1, verified: -58, times: 1, classes: [{ minutes: 62 }], claims: { made: 0, served: 0 } },
    takenBack: [{ year: YEAR, minutes: -120 }],
  });
});

it('tells the next year of those who stood on a roll in it', async () => {
  turnTo(`${YEAR + 2}-01-05`);
  await make(town.westCommunity, YEAR + 1);
  await make(town.community, YEAR + 1);
  const rows = await list(town.administrator, FEEDBACKS, { filter: { year: YEAR + 1 } });
  const given = Object.fromEntries(rows.map(({ subjectName, areaCode }) => [subjectName, areaCode]));
  const of = (who: string, code: unknown) => ({ [people[who].name]: code });
  expect(given).toEqual({
    ...of('movesInYear', town.west.code),
    ...of('onTheWay', town.west.code),
    ...of('movesAfter', town.west.code),
    // waiting for the other community: the one they stood with in that year
    ...of('waitsAfter', town.east.code),
    ...of('stays', town.east.code),
    ...of('leavesAfter', town.east.code),
    ...of('late', town.east.code),
    市档案馆: town.west.code,
  });
  expect((await move(town.westCommunity, people.leavesInYear.id, 'accept')).status).toBe(404);
});
