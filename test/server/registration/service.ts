/** What tests of the three lists and of service share: posts in any time, members on the roll. */
import { app, signInAs, type Answer, type Client } from '../harness';
import { create, draft, moved as movedRegistration, type Row, type Town } from './town';

const HOUR = 3_600_000;
export const hours = (count: number): string => new Date(Date.now() + count * HOUR).toISOString();

let members = 0;

/** Accounts of members on the eastern community's roll. */
export async function memberOnRoll(town: Town): Promise<Client> {
  const client = await signInAs(`on-roll-${(members += 1)}`, ['hx-member']);
  const { id } = await draft(town, client, {
    personName: `党员${members}`,
    phone: `139${String(members).padStart(8, '0')}`,
  });
  await movedRegistration(client, id, 'submit');
  await movedRegistration(town.community, id, 'accept');
  return client;
}

export async function serviceClass(code = 'communityGovernance'): Promise<number> {
  const item = await app()
    .db.getRepository('hxDictionaryItems')
    .findOne({
      filter: { dictionary: 'servicePostClass', code },
    });
  return Number(item.get('id'));
}

let posts = 0;

/** An open post of the eastern community, from tomorrow on for two hours unless told otherwise; no two at one time. */
export async function openPost(town: Town, change: Record<string, unknown> = {}): Promise<Row> {
  posts += 1;
  const post = await create(town.community, 'hxServicePosts', {
    title: '楼道清扫',
    serviceClassId: await serviceClass(),
    areaId: town.east.id,
    startsAt: hours(22 + 2 * posts),
    endsAt: hours(24 + 2 * posts),
    headCount: 3,
    ...change,
  });
  await step(town.community, 'hxServicePosts', post.id, 'publish');
  return post;
}

/**
 * Puts a post into the past, as time would: what people did in it stays. Written below the rules, which rightly refuse
 * to move a post that has been claimed.
 */
export async function passTime(postId: unknown, startsAt: string, endsAt: string): Promise<void> {
  const [, { rowCount }] = (await app().db.sequelize.query(
    'UPDATE "hxServicePosts" SET "startsAt" = :startsAt, "endsAt" = :endsAt, "claimBy" = NULL WHERE id = :postId',
    { replacements: { startsAt, endsAt, postId } },
  )) as unknown as [unknown, { rowCount: number }];
  if (rowCount !== 1) throw new Error(`no post ${String(postId)}`);
}

export const claim = (client: Client, values: Record<string, unknown>): Promise<Answer<Row>> =>
  client.post<Row>('hxClaims:create', values);

/** A claim that has to succeed. */
export async function claimed(client: Client, values: Record<string, unknown>): Promise<Row> {
  const answer = await claim(client, values);
  if (answer.status !== 200) throw new Error(`claim: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body.data;
}

export const tryStep = (
  client: Client,
  collection: string,
  id: unknown,
  transition: string,
  more: Record<string, unknown> = {},
): Promise<Answer<Row>> => client.post<Row>(`${collection}:transition/${String(id)}`, { transition, ...more });

/** A transition that has to succeed. */
export async function step(
  client: Client,
  collection: string,
  id: unknown,
  transition: string,
  more: Record<string, unknown> = {},
): Promise<Row> {
  const answer = await tryStep(client, collection, id, transition, more);
  if (answer.status !== 200) throw new Error(`${transition}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body.data;
}

/** A record as the administrator reads it. */
export async function stored(town: Town, collection: string, id: unknown): Promise<Row> {
  return (await town.administrator.get<Row>(`${collection}:get/${String(id)}`)).body.data;
}
