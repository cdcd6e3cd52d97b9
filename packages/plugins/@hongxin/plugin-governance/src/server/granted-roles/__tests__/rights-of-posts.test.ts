/** A right that a post gives begins and ends with the post, at once and on every path. */
import { app, cityClock, Client, reset, root, runJob, signInAs, signedOut } from '@test/server/harness';
import {
  appoint,
  buildCity,
  create,
  postType,
  remove,
  update,
  type City,
  type Row,
} from '@test/server/governance/city';

let administrator: Client;
let city: City;
let officer: Client;
let post: Row;
let resident: Row;

const HOUR = 3_600_000;
/** Midnight in China of the day that many days from now. */
const midnight = (days: number): Date => {
  const day = new Date(cityClock().now().getTime() + 8 * HOUR + days * 24 * HOUR).toISOString().slice(0, 10);
  return new Date(`${day}T00:00:00+08:00`);
};
const dayOf = (moment: Date): string => new Date(moment.getTime() + 8 * HOUR).toISOString().slice(0, 10);

/** Everything a city administrator may do, by its own doors. */
async function powers(client: Client): Promise<Record<string, number>> {
  const reads = await client.get<unknown[]>('hxPersons:list', { pageSize: 5 });
  const answers = {
    read: reads.status === 200 && reads.body.data.length === 0 ? 404 : reads.status,
    write: (await update(client, 'hxPersons', resident.id, { note: `${Math.random()}` })).status,
    reveal: (await client.post(`hxPersons:reveal/${resident.id}`, { field: 'phone', reason: '核对联系方式' })).status,
    export: (
      await client.post('hxPersons:export', { title: 'x', columns: [{ dataIndex: ['name'], defaultTitle: 'x' }] })
    ).status,
    overview: (await client.get('hxGovernance:overview')).status,
    trace: (await client.get('hxEvents:list', { pageSize: 1 })).status,
    check: (await client.get('roles:check')).status,
  };
  return answers;
}
const isOpen = (status: number): boolean => status === 200;
const keepsNothing = async (client: Client): Promise<void> => {
  const open = Object.entries(await powers(client)).filter(([, status]) => isOpen(status));
  expect(open).toEqual([]);
};
const hasEverything = async (client: Client): Promise<void> => {
  const { check, read, write, reveal, trace } = await powers(client);
  expect({ check, read, write, reveal, trace }).toEqual({ check: 200, read: 200, write: 200, reveal: 200, trace: 200 });
};
/** The same account, signed in anew. */
async function again(username: string, role: string): Promise<Client> {
  const answer = await signedOut().post<{ token: string }>('auth:signIn', {
    account: username,
    password: 'Password-1',
  });
  expect(answer.status).toBe(200);
  return new Client(answer.body.data.token, role, null);
}
const rolesOf = async (client: Client): Promise<string[]> =>
  (await administrator.get<{ name: string }[]>(`users/${client.userId}/roles:list`)).body.data.map(({ name }) => name);

beforeAll(async () => {
  await reset();
  administrator = await root();
  city = await buildCity(administrator);
  resident = await create(administrator, 'hxPersons', {
    name: '张三',
    phone: '13812345678',
    areaId: city.unit.id,
  });
});
beforeEach(async () => {
  officer = await signInAs(`city-${Math.random().toString(36).slice(2, 8)}`, ['member']);
  post = await appoint(administrator, officer.userId, 'cityAdministrator', city.city);
  officer = new Client(officer.token, 'hx-city', officer.userId);
});
afterEach(async () => {
  cityClock().right();
  await update(administrator, 'hxPostTypes', await postType(administrator, 'cityAdministrator'), { enabled: true });
});

it('a post gives its role at once', async () => {
  await hasEverything(officer);
});

it('nothing is left when the post is edited to have ended', async () => {
  await hasEverything(officer);
  await update(administrator, 'hxPosts', post.id, { endsOn: dayOf(midnight(-1)) });
  await keepsNothing(officer);
  expect(await rolesOf(officer)).toEqual(['member']);
  const user = await app().db.getRepository('users').findOne({ filterByTk: officer.userId! });
  await keepsNothing(await again(user.get('username'), 'hx-city'));
});

it('nothing is left from the midnight of China on after which the post has ended, without any job', async () => {
  await update(administrator, 'hxPosts', post.id, { endsOn: dayOf(cityClock().now()) });
  cityClock().turnTo(new Date(midnight(1).getTime() - 60_000));
  await hasEverything(officer);
  cityClock().turnTo(midnight(1));
  await keepsNothing(officer);
});

it('the job of midnight takes and gives without anybody asking', async () => {
  const later = await signInAs('begins-later', ['member']);
  await appoint(administrator, later.userId, 'cityAdministrator', city.city, { startsOn: dayOf(midnight(2)) });
  await update(administrator, 'hxPosts', post.id, { endsOn: dayOf(midnight(1)) });
  const rows = () =>
    app()
      .db.getModel('rolesUsers')
      .findAll({ where: { roleName: 'hx-city' }, raw: true });
  const holders = async () => (await rows()).map((row) => Number((row as unknown as { userId: number }).userId));
  expect(await holders()).toEqual(expect.arrayContaining([officer.userId]));
  expect(await holders()).not.toContain(later.userId);
  cityClock().turnTo(midnight(2));
  await runJob('governance.rolesOfPosts');
  expect(await holders()).toContain(later.userId);
  expect(await holders()).not.toContain(officer.userId);
});

it('a post that begins later gives nothing before its day', async () => {
  await update(administrator, 'hxPosts', post.id, { startsOn: dayOf(midnight(3)) });
  await keepsNothing(officer);
  cityClock().turnTo(midnight(3));
  await hasEverything(officer);
});

it('nothing is left when the post is deleted', async () => {
  await app()
    .db.getRepository('hxPosts')
    .destroy({ filterByTk: post.id, hooks: true })
    .catch(() => undefined);
  const left = await app().db.getModel('hxPosts').findByPk(post.id);
  // what has begun is history and is kept, so the row is taken out as a migration would
  if (left) await app().db.sequelize.query(`DELETE FROM "hxPosts" WHERE id = ${post.id}`);
  await runJob('governance.rolesOfPosts');
  await keepsNothing(officer);
});

it('a post that was to begin is deleted, and another that had begun stays', async () => {
  const future = await create(administrator, 'hxPosts', {
    personId: post.personId,
    postTypeId: await postType(administrator, 'cityAdministrator'),
    areaId: city.city.id,
    startsOn: dayOf(midnight(5)),
  });
  expect((await remove(administrator, 'hxPosts', future.id)).status).toBe(200);
  await hasEverything(officer);
});

it('nothing is left when the kind of post is disabled, and all comes back when it is enabled', async () => {
  const kind = await postType(administrator, 'cityAdministrator');
  await update(administrator, 'hxPostTypes', kind, { enabled: false });
  await keepsNothing(officer);
  await update(administrator, 'hxPostTypes', kind, { enabled: true });
  await hasEverything(officer);
});

it('nothing is left when the kind of post grants the role no longer', async () => {
  const kind = await postType(administrator, 'cityAdministrator');
  await update(administrator, 'hxPostTypes', kind, { grantsRole: null });
  await keepsNothing(officer);
  await update(administrator, 'hxPostTypes', kind, { grantsRole: 'hx-city' });
  await hasEverything(officer);
});

it('nothing is left when the account is unlinked from the person, and the next account has it', async () => {
  const next = await signInAs(`next-${Math.random().toString(36).slice(2, 8)}`, ['member']);
  await update(administrator, 'hxPersons', post.personId, { user: null, userId: null });
  await keepsNothing(officer);
  await update(administrator, 'hxPersons', post.personId, { userId: next.userId });
  await hasEverything(new Client(next.token, 'hx-city', next.userId));
  await keepsNothing(officer);
});

it('nothing is left when the post goes to another person', async () => {
  const other = await create(administrator, 'hxPersons', { name: '李四' });
  await update(administrator, 'hxPosts', post.id, { personId: other.id });
  await keepsNothing(officer);
});

it('a role held before by hand is the post’s from the appointment on', async () => {
  const byHand = await signInAs('by-hand-then-post', ['hx-city']);
  const own = await appoint(administrator, byHand.userId, 'cityAdministrator', city.city);
  await hasEverything(byHand);
  await update(administrator, 'hxPosts', own.id, { endsOn: dayOf(midnight(-1)) });
  await keepsNothing(byHand);
});

it('a role given by hand to an account without a post stays, and so does one given by hand after the post', async () => {
  const byHand = await signInAs('by-hand-only', ['hx-city']);
  await update(administrator, 'hxPosts', post.id, { endsOn: dayOf(midnight(-1)) });
  await keepsNothing(officer);
  await administrator.post('roles/hx-city/users:add', [officer.userId]);
  cityClock().turnTo(midnight(1));
  await hasEverything(byHand);
  await hasEverything(officer);
});

it('a role that an administrator takes away stays away although the post lasts, until somebody appoints anew', async () => {
  await administrator.post('roles/hx-city/users:remove', [officer.userId]);
  await keepsNothing(officer);
  cityClock().turnTo(midnight(1));
  await keepsNothing(officer);
  await update(administrator, 'hxPosts', post.id, { note: '备注' });
  await keepsNothing(officer);
  await update(administrator, 'hxPosts', post.id, { endsOn: dayOf(midnight(90)) });
  await hasEverything(officer);
});

it('of two posts that give a role, the end of one takes nothing', async () => {
  const street = await appoint(administrator, null, 'streetSecretary', city.street);
  await update(administrator, 'hxPersons', street.personId, { userId: null });
  const second = await create(administrator, 'hxPosts', {
    personId: post.personId,
    postTypeId: await postType(administrator, 'cityAdministrator'),
    areaId: city.city.id,
    startsOn: '2021-01-01',
  });
  await update(administrator, 'hxPosts', second.id, { endsOn: dayOf(midnight(-1)) });
  await hasEverything(officer);
});

it('counts days in China, whatever the zone of the server', async () => {
  await update(administrator, 'hxPosts', post.id, { endsOn: dayOf(cityClock().now()) });
  const { environment } = globalThis.hongxinServer;
  try {
    for (const zone of ['UTC', 'America/Los_Angeles']) {
      environment.TZ = zone;
      cityClock().turnTo(new Date(midnight(1).getTime() - 60_000));
      await hasEverything(officer);
      cityClock().turnTo(midnight(1));
      await keepsNothing(officer);
      cityClock().right();
      await update(administrator, 'hxPosts', post.id, { endsOn: null });
      await update(administrator, 'hxPosts', post.id, { endsOn: dayOf(cityClock().now()) });
    }
  } finally {
    environment.TZ = 'Asia/Shanghai';
  }
});
