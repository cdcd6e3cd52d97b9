/** What tests of a year share: members on the roll, the clock, and the steps of a feedback. */
import { chinaYear } from '@hongxin/rules/mechanism';
import { cityClock, type Answer, type Client } from '../harness';
import { create, draft, list, moved, newMember, type Row, type Town } from './town';

export const FEEDBACKS = 'hxYearFeedbacks';
/** The year the tests live in; the clock is turned beyond its end. */
export const YEAR = chinaYear(new Date());
export const china = (day: string, time = '09:00'): Date => new Date(`${day}T${time}:00+08:00`);
export const turnTo = (day: string, time?: string): void => cityClock().turnTo(china(day, time));

export interface OnRoll {
  member: Client;
  id: number;
  personId: unknown;
  name: string;
}

let count = 0;

/** A member on the eastern community's roll, from now on. */
export async function onRoll(town: Town, change: Record<string, unknown> = {}): Promise<OnRoll> {
  const member = await newMember();
  count += 1;
  const name = `党员${String(count).padStart(3, '0')}`;
  const phone = `137${String(count).padStart(8, '0')}`;
  const { id } = await draft(town, member, { personName: name, phone, ...change });
  await moved(member, id, 'submit');
  const { personId } = await moved(town.community, id, 'accept');
  return { member, id: Number(id), personId, name };
}

/** Moves a registration from the eastern to the western community. @returns the one there, which waits */
export async function moveWest(town: Town, collection: string, id: number): Promise<number> {
  const values = { transferToAreaId: town.west.id };
  await must(town.community.post(`${collection}:transition/${id}`, { transition: 'transfer', values }));
  const [successor] = await list(town.administrator, collection, { filter: { transferredFromId: id } });
  return Number(successor.id);
}

export async function unitOnRoll(town: Town, unit: Row, liaison: Client): Promise<number> {
  const values = { unitId: unit.id, targetAreaId: town.east.id, contactName: '刘海燕', contactPhone: '13800001234' };
  const { id } = await create(liaison, 'hxUnitRegistrations', values);
  await must(liaison.post(`hxUnitRegistrations:transition/${id}`, { transition: 'submit' }));
  await must(town.community.post(`hxUnitRegistrations:transition/${id}`, { transition: 'accept' }));
  return Number(id);
}

export async function must<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { status, body } = await answer;
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body.data;
}

export const make = async (client: Client, year = YEAR): Promise<number> =>
  (await must(client.post<{ made: number }>(`${FEEDBACKS}:make`, { year }))).made;

export const go = (
  client: Client,
  id: unknown,
  transition: string,
  more: Record<string, unknown> = {},
): Promise<Answer<Row>> => client.post<Row>(`${FEEDBACKS}:transition/${String(id)}`, { transition, ...more });

export const gone = (
  client: Client,
  id: unknown,
  transition: string,
  more: Record<string, unknown> = {},
): Promise<Row> => must(go(client, id, transition, more));

export const feedbackOf = async (town: Town, personId: unknown, year = YEAR): Promise<Row> =>
  (await list(town.administrator, FEEDBACKS, { filter: { personId, year } }))[0];

export interface Figure {
  item: string;
  points: number | null;
  counted: Record<string, number>;
}
export const figure = (row: Row, item: string): Figure | undefined =>
  (row.figures as Figure[]).find((each) => each.item === item);

export const comment = (change: Record<string, unknown> = {}) => ({
  values: { communityPoints: 15, communityComment: '热心公益', ...change },
});
