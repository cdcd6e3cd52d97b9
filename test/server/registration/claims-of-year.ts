/** Claims of posts on a day of the turned clock, nine to noon. */
import type { Client } from '../harness';
import { create, type Row, type Town } from './town';
import { claimed, openPost } from './service';
import type { OnRoll } from './year';

export { step, stored, tryStep } from './service';

export async function claimOfPost(town: Town, who: OnRoll, day: string): Promise<{ claim: Row; postId: unknown }> {
  const times = { startsAt: `${day}T09:00:00+08:00`, endsAt: `${day}T12:00:00+08:00` };
  const post = await openPost(town, times);
  return { claim: await claimed(who.member, { postId: post.id }), postId: post.id };
}

/** Hours entered afterwards for a claim, from nine to eleven. */
export const enterHours = (client: Client, claimId: unknown, day: string): Promise<Row> =>
  create(client, 'hxServiceRecords', {
    claimId,
    startsAt: `${day}T09:00:00+08:00`,
    endsAt: `${day}T11:00:00+08:00`,
    content: '楼道清扫',
  });
