import { app, cityClock, Client, reset, signInAs } from '@test/server/harness';
import {
  claim,
  claimed,
  hours,
  memberOnRoll,
  openPost,
  passTime,
  serviceClass,
  step,
  stored,
  tryStep,
} from '@test/server/registration/service';
import {
  buildTown,
  codes,
  create,
  draft,
  list,
  moved,
  newMember,
  remove,
  update,
  type Row,
  type Town,
} from '@test/server/registration/town';

let town: Town;
let member: Client;

beforeAll(async () => {
  await reset();
  town = await buildTown();
  member = await memberOnRoll(town);
});

const post = (id: unknown): Promise<Row> => stored(town, 'hxServicePosts', id);
const recordsOf = (claimId: unknown): Promise<Row[]> =>
  list(town.administrator, 'hxServiceRecords', { filter: { claimId } });

/** A claim of a post that is over by now, at which the member may enter hours. */
async function claimOfPast(client: Client, change: Record<string, unknown> = {}): Promise<{ claim: Row; post: Row }> {
  const open = await openPost(town, change);
  const row = await claimed(client, { postId: open.id });
  await passTime(open.id, hours(-5), hours(-3));
  return { claim: row, post: open };
}

describe('a post', () => {
  it('is seen by members once it is open, without its check-in code', async () => {
    const hidden = await create(town.community, 'hxServicePosts', {
      title: '未发布岗位',
      serviceClassId: await serviceClass(),
      areaId: town.east.id,
      startsAt: hours(24),
      endsAt: hours(26),
      headCount: 1,
    });
    const open = await openPost(town, { checkInCode: '2468' });
    const rows = await list(member, 'hxServicePosts');
    expect(rows.map(({ id }) => id)).toContain(open.id);
    expect(rows.map(({ id }) => id)).not.toContain(hidden.id);
    expect(rows.every((row) => !('checkInCode' in row))).toBe(true);
    expect(open.number).toMatch(/^GW-\d{4}-370681001-\d{5}$/);
  });

  it('of another area is not the host’s to publish', async () => {
    const answer = await town.westCommunity.post('hxServicePosts:create', {
      title: '越界岗位',
      serviceClassId: await serviceClass(),
      areaId: town.east.id,
      startsAt: hours(1),
      endsAt: hours(2),
      headCount: 1,
    });
    expect([answer.status, codes(answer)]).toEqual([400, ['REFERENCE_NOT_FOUND']]);
  });

  it('with times, code or class that cannot be is refused with every reason', async () => {
    const [other] = await list(town.administrator, 'hxDictionaryItems', { filter: { dictionary: 'unitKind' } });
    const answer = await town.community.post('hxServicePosts:create', {
      title: '不可能的岗位',
      serviceClassId: other.id,
      areaId: town.east.id,
      startsAt: hours(3),
      endsAt: hours(2),
      claimBy: hours(4),
      checkInCode: 'abc',
      headCount: 1,
    });
    expect(answer.status).toBe(400);
    expect(codes(answer).sort()).toEqual([
      'CHECK_IN_CODE_FORM',
      'POST_CLAIM_BY_TOO_LATE',
      'POST_TIMES_REVERSED',
      'SERVICE_CLASS_UNKNOWN',
    ]);
  });

  it('keeps what people have claimed: neither fewer places nor other times, and no deletion', async () => {
    const open = await openPost(town, { headCount: 2 });
    await claimed(member, { postId: open.id });
    await claimed(await memberOnRoll(town), { postId: open.id });
    const fewer = await update(town.community, 'hxServicePosts', open.id, { headCount: 1 });
    expect([fewer.status, codes(fewer)]).toEqual([400, ['POST_HAS_CLAIMS']]);
    const later = await update(town.community, 'hxServicePosts', open.id, { startsAt: hours(25) });
    expect([later.status, codes(later)]).toEqual([400, ['POST_HAS_CLAIMS']]);
    expect((await remove(town.community, 'hxServicePosts', open.id)).status).toBe(403);
    expect((await update(town.community, 'hxServicePosts', open.id, { headCount: 9 })).status).toBe(200);
    expect(await post(open.id)).toMatchObject({ headCount: 9, claimedCount: 2 });
  });

  it('that is cancelled tells everybody who claimed it', async () => {
    const open = await openPost(town);
    const row = await claimed(member, { postId: open.id });
    await step(town.community, 'hxServicePosts', open.id, 'cancel', { opinion: '雨天改期' });
    expect(await stored(town, 'hxClaims', row.id)).toMatchObject({ state: 'cancelled' });
    expect(await post(open.id)).toMatchObject({ state: 'cancelled', claimedCount: 0 });
  });
});

describe('a claim', () => {
  it('takes a place, for a member on a roll only, once', async () => {
    const open = await openPost(town);
    const row = await claimed(member, { postId: open.id });
    expect(row).toMatchObject({ state: 'claimed', ownerId: member.userId, areaCode: town.east.code, places: 1 });
    expect((await post(open.id)).claimedCount).toBe(1);
    const again = await claim(member, { postId: open.id });
    expect([again.status, codes(again)]).toEqual([400, ['CLAIM_TWICE']]);
    const stranger = await claim(await newMember(), { postId: open.id });
    expect([stranger.status, codes(stranger)]).toEqual([400, ['NOT_ON_ROLL']]);
    expect((await post(open.id)).claimedCount).toBe(1);
  });

  it('after the deadline is refused and nothing has changed', async () => {
    const open = await openPost(town, { claimBy: hours(1) });
    await app().db.sequelize.query('UPDATE "hxServicePosts" SET "claimBy" = :past WHERE id = :id', {
      replacements: { past: hours(-1), id: open.id },
    });
    const answer = await claim(member, { postId: open.id });
    expect([answer.status, codes(answer)]).toEqual([400, ['CLAIM_TOO_LATE']]);
    expect((await post(open.id)).claimedCount).toBe(0);
    expect(await list(town.administrator, 'hxClaims', { filter: { postId: open.id } })).toEqual([]);
  });

  it('names one post or one project, in nobody else’s name', async () => {
    const nothing = await claim(member, {});
    expect([nothing.status, codes(nothing)]).toEqual([400, ['CLAIM_TARGET']]);
    const open = await openPost(town);
    const forged = await claim(member, { postId: open.id, ownerId: town.community.userId });
    expect(forged.status).toBe(403);
    const many = await claim(member, { postId: open.id, places: 3 });
    expect(many.status === 403 || (await post(open.id)).claimedCount === 1).toBe(true);
  });

  it('of a unit brings several people, and never more than there are places', async () => {
    const open = await openPost(town, { headCount: 3 });
    const many = await claim(town.liaison, { postId: open.id, places: 4 });
    expect([many.status, codes(many)]).toEqual([400, ['PLACES_TAKEN']]);
    const row = await claimed(town.liaison, { postId: open.id, places: 2 });
    expect(row).toMatchObject({ unitId: town.work.id, ownerId: town.liaison.userId, places: 2 });
    const foreign = await claim(town.otherLiaison, { postId: open.id, unitId: town.work.id });
    expect(foreign.status).toBe(400);
    expect((await post(open.id)).claimedCount).toBe(2);
  });

  it('gives its place back when it is withdrawn before the start, not after', async () => {
    const open = await openPost(town, { headCount: 1 });
    const row = await claimed(member, { postId: open.id });
    await step(member, 'hxClaims', row.id, 'withdraw');
    expect((await post(open.id)).claimedCount).toBe(0);
    const second = await claimed(member, { postId: open.id });
    await passTime(open.id, hours(-1), hours(1));
    const late = await tryStep(member, 'hxClaims', second.id, 'withdraw');
    expect([late.status, codes(late)]).toEqual([400, ['WITHDRAWAL_TOO_LATE']]);
    expect((await post(open.id)).claimedCount).toBe(1);
  });

  it('is nobody else’s to see or to move', async () => {
    const open = await openPost(town);
    const row = await claimed(member, { postId: open.id });
    const other = await memberOnRoll(town);
    expect(await list(other, 'hxClaims', { filter: { id: row.id } })).toEqual([]);
    expect((await tryStep(other, 'hxClaims', row.id, 'withdraw')).status).toBe(404);
    expect(await list(town.westCommunity, 'hxClaims', { filter: { id: row.id } })).toEqual([]);
    expect((await tryStep(town.westCommunity, 'hxClaims', row.id, 'cancel', { opinion: '越权' })).status).toBe(404);
  });
});

describe('hours', () => {
  it('run from check-in to check-out, inside the activity, and count when the host has verified them', async () => {
    const open = await openPost(town, { checkInCode: '2468' });
    const row = await claimed(member, { postId: open.id });
    const early = await tryStep(member, 'hxClaims', row.id, 'checkIn', { values: { checkInCode: '2468' } });
    expect([early.status, codes(early)]).toEqual([400, ['CHECK_IN_TOO_EARLY']]);
    await passTime(open.id, hours(-2), hours(1));
    const wrong = await tryStep(member, 'hxClaims', row.id, 'checkIn', { values: { checkInCode: '1357' } });
    expect([wrong.status, codes(wrong)]).toEqual([400, ['CHECK_IN_CODE_WRONG']]);
    expect(await step(member, 'hxClaims', row.id, 'checkIn', { values: { checkInCode: '2468' } })).toMatchObject({
      state: 'checkedIn',
    });
    await app().db.sequelize.query('UPDATE "hxClaims" SET "checkedInAt" = :at WHERE id = :id', {
      replacements: { at: hours(-1.5), id: row.id },
    });
    await step(member, 'hxClaims', row.id, 'checkOut', { values: { serviceContent: '清扫3号楼' } });
    const [record] = await recordsOf(row.id);
    expect(record).toMatchObject({ state: 'pending', origin: 'checkIn', content: '清扫3号楼', minutes: 90 });
    const verified = await step(town.community, 'hxServiceRecords', record.id, 'verify', { values: { rating: '5' } });
    expect(verified).toMatchObject({ state: 'verified', certifierId: town.community.userId, rating: '5' });
    expect(await stored(town, 'hxClaims', row.id)).toMatchObject({ state: 'served' });
  });

  it('are not got by trying codes: a few wrong ones of an account at a post, however many at once, then a wait', async () => {
    const client = await memberOnRoll(town);
    const open = await openPost(town, { checkInCode: '2468' });
    const row = await claimed(client, { postId: open.id });
    const attempt = (checkInCode: string) =>
      tryStep(client, 'hxClaims', row.id, 'checkIn', { values: { checkInCode } });
    // what is refused for another reason alone does not count
    for (let time = 0; time < 6; time += 1) expect((await attempt('2468')).status).toBe(400);
    await passTime(open.id, hours(-2), hours(1));
    const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => attempt(`13${index + 10}`)));
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
    const locked = await attempt('2468');
    expect([locked.status, codes(locked)]).toEqual([429, ['CHECK_IN_LOCKED']]);
    cityClock().turnBy(11 * 60_000);
    expect((await attempt('2468')).status).toBe(200);
    cityClock().right();
  });

  it('entered afterwards are kept apart and never exceed the activity', async () => {
    const client = await memberOnRoll(town);
    const { claim: row } = await claimOfPast(client);
    const endsAt = Date.now() - 3 * 3_600_000;
    const before = (minutes: number) => new Date(endsAt - minutes * 60_000).toISOString();
    const values = { serviceStartsAt: before(150), serviceEndsAt: before(0), serviceContent: '清扫' };
    const long = await tryStep(client, 'hxClaims', row.id, 'supplement', { values });
    expect([long.status, codes(long)]).toEqual([400, ['SERVICE_LONGER_THAN_ACTIVITY']]);
    expect(await stored(town, 'hxClaims', row.id)).toMatchObject({ state: 'claimed' });
    expect(await recordsOf(row.id)).toEqual([]);
    await step(client, 'hxClaims', row.id, 'supplement', { values: { ...values, serviceStartsAt: before(90) } });
    expect(await recordsOf(row.id)).toMatchObject([{ origin: 'supplement', minutes: 90, state: 'pending' }]);
  });

  it('can be entered as a record of the own claim, with the same limits', async () => {
    const client = await memberOnRoll(town);
    const { claim: row, post: past } = await claimOfPast(client);
    const send = (values: Record<string, unknown>) => client.post<Row>('hxServiceRecords:create', values);
    const long = await send({ postId: past.id, startsAt: hours(-6), endsAt: hours(-3), content: '清扫' });
    expect([long.status, codes(long)]).toEqual([400, ['SERVICE_LONGER_THAN_ACTIVITY']]);
    const forged = await send({ claimId: row.id, startsAt: hours(-4), endsAt: hours(-3), minutes: 600 });
    expect(forged.status).toBe(403);
    const stranger = await member.post('hxServiceRecords:create', {
      claimId: row.id,
      startsAt: hours(-4),
      endsAt: hours(-3),
    });
    expect(stranger.status).toBeGreaterThanOrEqual(400);
    const fine = await send({ postId: past.id, startsAt: hours(-4), endsAt: hours(-3), content: '清扫' });
    expect([fine.status, fine.body.data]).toMatchObject([200, { minutes: 60, origin: 'supplement', state: 'pending' }]);
    expect(await stored(town, 'hxClaims', row.id)).toMatchObject({ state: 'finished' });
    const twice = await send({ claimId: row.id, startsAt: hours(-5), endsAt: hours(-4.5), content: '清扫' });
    expect([twice.status, codes(twice)]).toEqual([400, ['RECORD_CLAIM_NOT_OPEN']]);
  });

  it('are entered within the window that the settings give', async () => {
    const client = await memberOnRoll(town);
    const open = await openPost(town);
    const row = await claimed(client, { postId: open.id });
    await passTime(open.id, hours(-24 * 9), hours(-24 * 9 + 2));
    const values = { startsAt: hours(-24 * 9), endsAt: hours(-24 * 9 + 1), content: '清扫', claimId: row.id };
    const late = await client.post('hxServiceRecords:create', values);
    expect([late.status, codes(late)]).toEqual([400, ['SUPPLEMENT_TOO_LATE']]);
    const setting = { key: 'serviceLimits', value: { supplementDays: 30, earlyMinutes: 30, allowanceMinutes: 60 } };
    const bad = await town.administrator.post('hxSettings:create', { ...setting, value: { supplementDays: -1 } });
    expect([bad.status, codes(bad)]).toEqual([400, ['SERVICE_LIMITS_INVALID']]);
    expect((await town.administrator.post('hxSettings:create', setting)).status).toBe(200);
    expect((await client.post('hxServiceRecords:create', values)).status).toBe(200);
    await town.administrator.post('hxSettings:destroy', {}, { query: { filterByTk: 'serviceLimits' } });
  });

  it('are never verified by who served, also when that is the community’s own official', async () => {
    const both = await officialOnRoll();
    const { claim: row } = await claimOfPast(both.member);
    await step(both.member, 'hxClaims', row.id, 'supplement', {
      values: { serviceStartsAt: hours(-4), serviceEndsAt: hours(-3), serviceContent: '清扫' },
    });
    const [record] = await recordsOf(row.id);
    for (const transition of ['verify', 'refuse']) {
      const own = await tryStep(both.official, 'hxServiceRecords', record.id, transition, { opinion: '本人' });
      expect([own.status, codes(own)]).toEqual([400, ['OWN_HOURS']]);
    }
    const unverified = await tryStep(both.member, 'hxServiceRecords', record.id, 'verify');
    expect(unverified.status).toBe(403);
    expect(await stored(town, 'hxServiceRecords', record.id)).toMatchObject({ state: 'pending' });
    await step(town.community, 'hxServiceRecords', record.id, 'verify');
  });

  it('of the same time count once', async () => {
    const client = await memberOnRoll(town);
    const first = await claimOfPast(client);
    const second = await claimOfPast(client);
    const values = { startsAt: hours(-4.5), endsAt: hours(-3.5), content: '清扫' };
    expect((await client.post('hxServiceRecords:create', { ...values, claimId: first.claim.id })).status).toBe(200);
    const overlap = await client.post('hxServiceRecords:create', { ...values, claimId: second.claim.id });
    expect([overlap.status, codes(overlap)]).toEqual([400, ['RECORD_OVERLAPS']]);
    expect(await recordsOf(second.claim.id)).toEqual([]);
  });

  it('are corrected by a reversing entry, never by an edit', async () => {
    const client = await memberOnRoll(town);
    const { claim: row } = await claimOfPast(client);
    const values = { startsAt: hours(-4.5), endsAt: hours(-3.5), content: '清扫', claimId: row.id };
    const { id } = (await client.post<Row>('hxServiceRecords:create', values)).body.data;
    expect((await update(client, 'hxServiceRecords', id, { content: '清扫楼道' })).status).toBe(200);
    await step(town.community, 'hxServiceRecords', id, 'verify');
    const edit = await update(town.community, 'hxServiceRecords', id, { content: '改写' });
    expect([edit.status, codes(edit)]).toEqual([400, ['RECORD_FORBIDS_CHANGES']]);
    const minutes = await update(town.administrator, 'hxServiceRecords', id, { minutes: 600 });
    expect(minutes.status).toBe(403);
    const gone = await town.administrator.post('hxServiceRecords:destroy', {}, { query: { filterByTk: id } });
    expect([gone.status, codes(gone)]).toEqual([403, ['RECORD_FORBIDS_CHANGES']]);

    const unexplained = await town.community.post('hxServiceRecords:create', { reversesId: id });
    expect([unexplained.status, codes(unexplained)]).toEqual([400, ['REVERSAL_NEEDS_CONTENT']]);
    const reversal = await create(town.community, 'hxServiceRecords', { reversesId: id, content: '时间登记有误' });
    expect(reversal).toMatchObject({ minutes: -60, origin: 'reversal', state: 'pending' });
    await step(town.street_, 'hxServiceRecords', reversal.id, 'verify');
    const rows = await recordsOf(row.id);
    expect(rows.reduce((sum, each) => sum + Number(each.minutes), 0)).toBe(0);
    const twice = await town.community.post('hxServiceRecords:create', { reversesId: id, content: '再来' });
    expect([twice.status, codes(twice)]).toEqual([400, ['RECORD_NOT_REVERSIBLE']]);
    const byMember = await client.post('hxServiceRecords:create', { reversesId: id, content: '自己冲销' });
    expect(byMember.status).toBe(403);
  });

  it('are put right in one go: the wrong ones are taken back and the right ones stand for the same claim', async () => {
    const client = await memberOnRoll(town);
    const { claim: row } = await claimOfPast(client);
    const values = { startsAt: hours(-4.5), endsAt: hours(-3.5), content: '清扫', claimId: row.id };
    const { id } = (await client.post<Row>('hxServiceRecords:create', values)).body.data;
    const right = { reason: '晚到半小时', startsAt: hours(-4), endsAt: hours(-3.5) };
    const correct = (who: typeof client, body: object = right, record: unknown = id) =>
      who.post<Row>(`hxServiceRecords:correct/${String(record)}`, body);
    expect(codes(await correct(town.community))).toEqual(['RECORD_NOT_REVERSIBLE']); // not verified yet
    await step(town.community, 'hxServiceRecords', id, 'verify');
    expect(codes(await client.post('hxServiceRecords:create', values))).toEqual(['RECORD_CLAIM_NOT_OPEN']);

    for (const [who, status] of [
      [client, 403],
      [town.westCommunity, 404],
      [town.city_, 403],
    ] as const)
      expect((await correct(who)).status).toBe(status);
    expect((await correct(town.community, { ...right, reason: ' ' })).status).toBe(400);
    expect((await correct(town.community, { ...right, endsAt: 'soon' })).status).toBe(400);
    const tooLong = await correct(town.community, { ...right, startsAt: hours(-30), endsAt: hours(-3.5) });
    expect(tooLong.status).toBe(400);
    expect(await recordsOf(row.id)).toHaveLength(1); // nothing half-written

    const answers = await Promise.all([correct(town.community), correct(town.street_)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    const rows = await recordsOf(row.id);
    expect(rows.map(({ minutes, state }) => [Number(minutes), state]).sort()).toEqual(
      [
        [-60, 'verified'],
        [30, 'verified'],
        [60, 'verified'],
      ].sort(),
    );
    expect(await stored(town, 'hxClaims', row.id)).toMatchObject({ state: 'served' });
    expect(codes(await client.post('hxServiceRecords:create', values))).toEqual(['RECORD_CLAIM_NOT_OPEN']);

    // taken back altogether: the claim then takes hours again, from the member too
    const { recordId } = answers.find(({ status }) => status === 200)?.body.data as Row;
    expect((await correct(town.community, { reason: '当天未到' }, recordId)).status).toBe(200);
    expect((await client.post('hxServiceRecords:create', values)).status).toBe(200);
  });

  it('that are refused can be entered again', async () => {
    const client = await memberOnRoll(town);
    const { claim: row } = await claimOfPast(client);
    const values = { startsAt: hours(-4.5), endsAt: hours(-3.5), content: '清扫', claimId: row.id };
    const { id } = (await client.post<Row>('hxServiceRecords:create', values)).body.data;
    expect((await tryStep(town.community, 'hxServiceRecords', id, 'refuse')).status).toBe(400);
    await step(town.community, 'hxServiceRecords', id, 'refuse', { opinion: '未到场' });
    expect(await stored(town, 'hxClaims', row.id)).toMatchObject({ state: 'claimed' });
    expect((await client.post('hxServiceRecords:create', values)).status).toBe(200);
  });
});

it('a post that is closed settles every claim', async () => {
  const absent = await memberOnRoll(town);
  const { claim: row, post: past } = await claimOfPast(absent, { headCount: 5 });
  const answer = await tryStep(town.community, 'hxServicePosts', (await openPost(town)).id, 'close');
  expect([answer.status, codes(answer)]).toEqual([400, ['POST_NOT_OVER']]);
  await step(town.community, 'hxServicePosts', past.id, 'close');
  expect(await stored(town, 'hxClaims', row.id)).toMatchObject({ state: 'absent' });
});

/** An official of the eastern community who is on its roll too: one account, two roles. */
async function officialOnRoll(): Promise<{ official: Client; member: Client }> {
  const account = await signInAs('official-member', ['hx-member', 'hx-official']);
  const asMember = new Client(account.token, 'hx-member', account.userId);
  const asOfficial = new Client(account.token, 'hx-official', account.userId);
  const { id } = await draft(town, asMember, { personName: '两重身份', phone: '13700000001' });
  await moved(asMember, id, 'submit');
  await moved(town.community, id, 'accept');
  const person = await app()
    .db.getRepository('hxPersons')
    .findOne({ filter: { userId: account.userId } });
  const type = await app()
    .db.getRepository('hxPostTypes')
    .findOne({ filter: { code: 'communityWorker' } });
  await create(town.administrator, 'hxPosts', {
    personId: person.get('id'),
    postTypeId: type.get('id'),
    areaId: town.east.id,
    startsOn: '2026-01-01',
  });
  return { official: asOfficial, member: asMember };
}
