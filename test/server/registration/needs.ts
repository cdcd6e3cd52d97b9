/** What tests of needs share: one raised by a resident, as far along as they want it. */
import { app, type Client } from '../harness';
import { serviceClass, step } from './service';
import { create, type Row, type Town } from './town';

export const raise = (town: Town, resident: Client, change: Record<string, unknown> = {}): Promise<Row> =>
  create(resident, 'hxNeeds', {
    title: '老人需要法律咨询',
    areaId: town.eastEstate.id,
    contactPhone: '13911112222',
    ...change,
  });

/** A need of the eastern estate that units and members may claim. */
export async function published(
  town: Town,
  resident: Client,
  { peopleWanted, ...change }: Record<string, unknown> = {},
): Promise<Row> {
  const need = await raise(town, resident, change);
  const wanted = peopleWanted === undefined ? {} : { peopleWanted };
  const values = { serviceClassId: await serviceClass('legalAid'), skills: ['law'], ...wanted };
  await step(town.community, 'hxNeeds', need.id, 'review', { values });
  await step(town.community, 'hxNeeds', need.id, 'publish');
  return need;
}

export interface InboxNotice {
  title: string;
  content: string;
  options: { url?: string };
}

/** Invitations and claims in the inbox of a user. */
export async function noticesTo({ userId }: Client): Promise<InboxNotice[]> {
  const rows = await app()
    .db.getRepository('notificationInAppMessages')
    .find({ filter: { userId, channelName: 'hx-service' } });
  return rows.map((row: { toJSON(): InboxNotice }) => row.toJSON());
}
