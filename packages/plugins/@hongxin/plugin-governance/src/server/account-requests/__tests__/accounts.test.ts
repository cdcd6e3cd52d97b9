/** Accounts on request: nothing before the approval, one account per code; invitations: once, in time, for one's own area. */
import { makeCreditCode } from '@hongxin/rules/mechanism';
import type { Model } from '@nocobase/database';
import { app, reset, root, signedOut, signInAs, type Client } from '@test/server/harness';
import { appoint, buildCity, codes, create, postType, type City, type Row } from '@test/server/governance/city';

jest.setTimeout(90_000);

const PASSWORD = 'Long-password-1';
let administrator: Client;
let city: City;
let east: Client;
let west: Client;

beforeAll(async () => {
  await reset();
  administrator = await root();
  city = await buildCity(administrator);
  east = await signInAs('accounts-east', ['hx-official']);
  await appoint(administrator, east.userId, 'communitySecretary', city.east);
  west = await signInAs('accounts-west', ['hx-official']);
  await appoint(administrator, west.userId, 'communitySecretary', city.west);
});

beforeEach(async () => {
  await app().db.getModel('hxSignInFailures').destroy({ where: {}, truncate: true });
});

let sequence = 0;
async function apply(values: object = {}): Promise<{ code: string; id: string; creditCode: string }> {
  sequence += 1;
  const creditCode = makeCreditCode(sequence, '12');
  const answer = await signedOut().post<{ code: string }>('hxJoin:apply', {
    kind: 'unit',
    organizationName: `龙口市图书馆${sequence}`,
    creditCode,
    applicantName: '刘海燕',
    phone: '13812345678',
    areaId: String(city.east.id),
    ...values,
  });
  expect(answer.status).toBe(200);
  const row: Model = await app().db.getRepository('hxAccountRequests').findOne({ filter: { creditCode } });
  return { code: answer.body.data.code, id: String(row.get('id')), creditCode };
}
const decide = (client: Client, id: string, transition: string, opinion?: string) =>
  client.post(`hxAccountRequests:transition/${id}`, { transition, opinion });
const activate = (code: string, username: string, password = PASSWORD) =>
  signedOut().post('hxJoin:activate', { code, username, password });
const signIn = (account: string) => signedOut().post('auth:signIn', { account, password: PASSWORD });

describe('a request for an account', () => {
  it('gives nothing before the approval, and one role after it', async () => {
    const { code, id } = await apply();
    expect(codes(await activate(code, 'lib-liaison'))).toEqual(['ACCOUNT_NOT_APPROVED']);
    expect((await signIn('lib-liaison')).status).toBe(401);
    expect((await decide(west, id, 'approve')).status).toBe(404);
    expect((await decide(east, id, 'approve', '已电话核实')).status).toBe(200);
    expect((await signedOut().post<{ state: string }>('hxJoin:status', { code })).body.data).toMatchObject({
      state: 'approved',
      answer: '已电话核实',
    });
    expect((await activate(code.toLowerCase().replace(/-/g, ' '), 'lib-liaison')).status).toBe(200);
    expect((await signIn('lib-liaison')).status).toBe(200);
    const user: Model = await app()
      .db.getRepository('users')
      .findOne({ filter: { username: 'lib-liaison' }, appends: ['roles'] });
    const roles = (user.get('roles') as Model[]).map((role) => role.get('name')).filter((name) => name !== 'member');
    expect(roles).toEqual(['hx-unit']);
    expect((await activate(code, 'lib-second')).status).toBe(404);
    const events: Model[] = await app()
      .db.getRepository('hxEvents')
      .find({ filter: { collectionName: 'hxAccountRequests', recordId: id }, sort: ['id'] });
    expect(events.map((row) => row.get('transition'))).toEqual(['created', 'approve', 'activate']);
    expect(JSON.stringify(events)).not.toMatch(/13812345678|刘海燕/);
  });

  it('opens one account when its code is used twice at once', async () => {
    const { code, id } = await apply({ kind: 'socialOrg' });
    await decide(administrator, id, 'approve');
    const answers = await Promise.all([activate(code, 'twice-one'), activate(code, 'twice-two')]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(
      await app()
        .db.getRepository('users')
        .count({ filter: { username: { $startsWith: 'twice-' } } }),
    ).toBe(1);
  });

  it('is refused with every reason at once', async () => {
    const answer = await signedOut().post('hxJoin:apply', {
      kind: 'root',
      creditCode: '1',
      phone: 'x',
      areaId: city.building.id,
    });
    expect(answer.status).toBe(400);
    expect(codes(answer)).toEqual([
      'ACCOUNT_KIND_INVALID',
      'FIELD_REQUIRED',
      'FIELD_REQUIRED',
      'CREDIT_CODE_LENGTH',
      'PHONE_INVALID',
      'ACCOUNT_AREA_INVALID',
    ]);
  });

  it('shows phones masked to those in charge, and its secret to nobody', async () => {
    const { code } = await apply();
    const list = await east.get<Record<string, unknown>[]>('hxAccountRequests:list');
    expect(list.body.data[0]).toMatchObject({ phone: '138****5678' });
    expect(JSON.stringify(list.body)).not.toMatch(/codeHash/);
    expect(JSON.stringify((await administrator.get('hxAccountRequests:list')).body)).not.toContain(code);
    expect((await west.get<unknown[]>('hxAccountRequests:list')).body.data).toEqual([]);
    expect((await signedOut().get('hxAccountRequests:list')).status).toBeGreaterThanOrEqual(401);
  });

  it.each([
    ['a', PASSWORD, ['ACCOUNT_NAME_INVALID']],
    ['good-name', 'short1', ['ACCOUNT_PASSWORD_WEAK']],
    ['root', PASSWORD, ['ACCOUNT_NAME_TAKEN']],
  ])('refuses the name %s with the password %s', async (username, password, expected) => {
    const { code, id } = await apply();
    await decide(east, id, 'approve');
    expect(codes(await activate(code, username, password))).toEqual(expected);
    expect((await activate(code, `ok-${sequence}-name`)).status).toBe(200);
  });

  it('makes whoever knocks too often wait', async () => {
    const { lockOut } = (
      app().pm.get('@hongxin/plugin-foundation') as unknown as {
        accounts: { lockOut: { trustedProxies: number } };
      }
    ).accounts;
    lockOut.trustedProxies = 1;
    const guess = () =>
      signedOut().post('hxJoin:status', { code: 'AAAA-BBBB-CCCC' }, { headers: { 'x-forwarded-for': '203.0.113.7' } });
    const statuses: number[] = [];
    for (let count = 0; count < 22; count += 1) statuses.push((await guess()).status);
    lockOut.trustedProxies = 0;
    expect(statuses.slice(0, 20)).toEqual(Array(20).fill(404));
    expect(statuses.slice(20)).toEqual([429, 429]);
  });
});

describe('an invitation', () => {
  const invite = (client: Client, areaId: unknown) =>
    client.post<{ token: string }>('hxJoin:invite', { name: '孙志远', areaId });
  const accept = (token: string, username: string) =>
    signedOut().post('hxJoin:accept', { token, username, password: PASSWORD });

  it('is given out within one’s own area only, and makes one member', async () => {
    expect((await invite(west, city.east.id)).status).toBe(403);
    expect((await invite(signedOut(), city.east.id)).status).toBe(401);
    const { token } = (await invite(east, city.east.id)).body.data;
    const answers = await Promise.all([accept(token, 'member-one'), accept(token, 'member-two')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
    const name = answers[0].status === 200 ? 'member-one' : 'member-two';
    expect((await signIn(name)).status).toBe(200);
    expect(codes(await accept(token, 'member-three'))).toEqual(['INVITATION_INVALID']);
  });

  it('ends after a week, and is known by nobody from the list', async () => {
    const { token } = (await invite(administrator, city.west.id)).body.data;
    expect(JSON.stringify((await west.get('hxInvitations:list')).body)).not.toMatch(/tokenHash/);
    await app()
      .db.getModel('hxInvitations')
      .update({ expiresAt: new Date(Date.now() - 1000) }, { where: {}, hooks: false });
    expect((await accept(token, 'too-late')).status).toBe(404);
    expect((await accept('nonsense', 'too-late')).status).toBe(404);
  });
});

describe('posts', () => {
  it('leave a trace when they are given, changed and taken', async () => {
    const somebody = await signInAs('accounts-somebody', ['hx-member']);
    const post = await appoint(administrator, somebody.userId, 'communityWorker', city.west, {
      startsOn: '2099-01-01',
      endsOn: '2099-12-31',
    });
    await administrator.post(`hxPosts:update?filterByTk=${post.id}`, { note: '已核对' });
    await administrator.post(`hxPosts:destroy?filterByTk=${post.id}`);
    const events: Model[] = await app()
      .db.getRepository('hxEvents')
      .find({ filter: { collectionName: 'hxPosts', recordId: String(post.id) }, sort: ['id'] });
    expect(events.map((row) => [row.get('transition'), row.get('actorId')])).toEqual([
      ['created', 1],
      ['changed', 1],
      ['deleted', 1],
    ]);
    expect((events[1].get('details') as { fields: string[] }).fields).toEqual(['note']);
  });
});

describe('an invitation of a person on the list', () => {
  let person: Row;
  const invite = (client: Client, id: unknown) =>
    client.post<{ token: string }>('hxJoin:invite', { kind: 'person', subjectId: String(id) });
  const newPerson = (name: string): Promise<Row> =>
    create(administrator, 'hxPersons', { name, areaId: city.building.id });
  const personOf = async (id: unknown): Promise<Row> =>
    (await administrator.get<Row>('hxPersons:get', { filterByTk: id })).body.data;

  beforeAll(async () => {
    person = await newPerson('高晓兰');
  });

  it('is given out by who is in charge of the place, and makes the account the person’s', async () => {
    expect((await invite(west, person.id)).status).toBe(404);
    expect((await invite(west, 999_999)).status).toBe(404);
    expect((await invite(signedOut(), person.id)).status).toBe(401);
    expect((await invite(await signInAs('accounts-member', ['hx-member']), person.id)).status).toBe(404);
    const { token } = (await invite(east, person.id)).body.data;
    const accepted = await signedOut().post('hxJoin:accept', { token, username: 'gao-xiaolan', password: PASSWORD });
    expect(accepted.status).toBe(200);
    const user: Model = await app()
      .db.getRepository('users')
      .findOne({ filter: { username: 'gao-xiaolan' } });
    expect(Number((await personOf(person.id)).userId)).toBe(Number(user.get('id')));
    expect(user.get('nickname')).toBe('高晓兰');
    expect(codes(await invite(east, person.id))).toEqual(['INVITATION_PERSON_HAS_ACCOUNT']);
    expect((await invite(west, person.id)).status).toBe(404); // not even that
  });

  it('gives a new cadre the rights of the post, but only from somebody above', async () => {
    const cadre = await newPerson('迟明远');
    const postTypeId = await postType(administrator, 'communitySecretary');
    const post = { personId: cadre.id, postTypeId, areaId: city.east.id, startsOn: '2020-01-01' };
    expect((await administrator.post('hxPosts:create', post)).status).toBe(200);
    expect(codes(await invite(east, cadre.id))).toEqual(['INVITATION_REACHES_TOO_FAR']);
    const above = await signInAs('accounts-city', ['hx-city']);
    const { token } = (await invite(above, cadre.id)).body.data;
    await signedOut().post('hxJoin:accept', { token, username: 'chi-mingyuan', password: PASSWORD });
    const client = await signedOut().post<{ token: string }>('auth:signIn', {
      account: 'chi-mingyuan',
      password: PASSWORD,
    });
    expect(client.status).toBe(200);
    const roles = await app()
      .db.getRepository('rolesUsers')
      .find({ filter: { userId: Number((await personOf(cadre.id)).userId) } });
    expect(roles.map((row: Model) => row.get('roleName')).sort()).toContain('hx-official');
  });

  it('may be taken with an account one has, once, by nobody who is somebody else', async () => {
    const [first, second] = [await newPerson('于海波'), await newPerson('于海涛')];
    const taker = await signInAs('accounts-taker', []);
    const take = (client: Client, token: string) => client.post('hxJoin:take', { token });
    const tokens = [(await invite(east, first.id)).body.data.token, (await invite(east, second.id)).body.data.token];
    expect((await take(signedOut(), tokens[0])).status).toBe(401);
    expect((await take(taker, tokens[0])).status).toBe(200);
    expect(Number((await personOf(first.id)).userId)).toBe(taker.userId);
    expect(codes(await take(taker, tokens[0]))).toEqual(['INVITATION_INVALID']);
    expect(codes(await take(taker, tokens[1]))).toEqual(['INVITATION_ACCOUNT_OF_ANOTHER']);
    expect((await personOf(second.id)).userId).toBeNull(); // nothing half-written: the link still works
    expect((await take(await signInAs('accounts-taker2', []), tokens[1])).status).toBe(200);
  });
});
