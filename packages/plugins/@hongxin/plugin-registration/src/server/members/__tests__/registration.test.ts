import { app, reset } from '@test/server/harness';
import {
  buildTown,
  codes,
  create,
  draft,
  filledIn,
  list,
  move,
  moved,
  newMember,
  remove,
  stored,
  update,
  COLLECTION,
  type Town,
} from '@test/server/registration/town';

let town: Town;

beforeAll(async () => {
  await reset();
  town = await buildTown();
});

describe('a member who registers', () => {
  it('goes from draft to the receipt and onto the roll, and everything is traced', async () => {
    const member = await newMember();
    const { id } = await draft(town, member);
    expect(await stored(town, id)).toMatchObject({
      state: 'draft',
      ownerId: member.userId,
      number: null,
      areaCode: null,
    });

    const submitted = await moved(member, id, 'submit');
    expect(submitted).toMatchObject({ state: 'submitted', areaId: town.east.id, areaCode: town.east.code });
    expect(submitted.number).toMatch(/^BD-\d{4}-370681001-\d{5}$/);
    expect(submitted.organizationId).toBe(town.committee.id);
    expect(submitted.consentAt).toBeTruthy();

    expect(await moved(town.liaison, id, 'confirm', { opinion: '情况属实' })).toMatchObject({
      state: 'unitConfirmed',
      unitOpinion: '情况属实',
    });
    const accepted = await moved(town.community, id, 'accept', { opinion: '欢迎' });
    expect(accepted).toMatchObject({
      state: 'accepted',
      communityOpinion: '欢迎',
      acceptedById: town.community.userId,
    });
    expect(accepted.receiptNumber).toMatch(/^HZ-\d{4}-370681001001-\d{4}$/);
    expect(accepted.receiptAt).toBeTruthy();
    expect(await moved(town.community, id, 'enroll')).toMatchObject({ state: 'onRoll', number: submitted.number });

    const events = await list(town.administrator, 'hxEvents', {
      filter: { collectionName: COLLECTION, recordId: String(id) },
    });
    expect(events.map(({ transition, from, to, actorId }) => [transition, from, to, actorId])).toEqual([
      ['submit', 'draft', 'submitted', member.userId],
      ['confirm', 'submitted', 'unitConfirmed', town.liaison.userId],
      ['accept', 'unitConfirmed', 'accepted', town.community.userId],
      ['enroll', 'accepted', 'onRoll', town.community.userId],
    ]);
  });

  it('is told everything that is missing at once', async () => {
    const member = await newMember();
    const { id } = await create(member, COLLECTION, { personName: '王小明', phone: '123' });
    const answer = await move(member, id, 'submit');
    expect(answer.status).toBe(400);
    expect(answer.body.errors?.map(({ code, field }) => `${code} ${String(field)}`).sort()).toEqual([
      'FIELD_REQUIRED consentVersion',
      'FIELD_REQUIRED homeAreaId',
      'FIELD_REQUIRED unitId',
      'PHONE_INVALID phone',
    ]);
    expect((await stored(town, id)).state).toBe('draft');
  });

  it('must consent to the notice in force', async () => {
    const member = await newMember();
    const { id } = await draft(town, member, { consentVersion: '2020-1' });
    const answer = await move(member, id, 'submit');
    expect([answer.status, codes(answer)]).toEqual([400, ['CONSENT_OUTDATED']]);
  });

  it('names a building, not an estate, and a unit that exists', async () => {
    const member = await newMember();
    const { id } = await draft(town, member, { homeAreaId: town.eastEstate.id });
    const answer = await move(member, id, 'submit');
    expect([answer.status, codes(answer)]).toEqual([400, ['HOME_AREA_LEVEL']]);
    expect(answer.body.errors?.[0].message).toContain('东小区');
  });

  it('cannot choose number, owner, place, receipt or state', async () => {
    const member = await newMember();
    const other = await newMember();
    for (const forged of [
      { number: 'BD-1' },
      { ownerId: other.userId },
      { areaId: town.west.id },
      { receiptNumber: 'HZ-1' },
      { consentAt: '2020-01-01T00:00:00Z' },
      { state: 'accepted' },
    ]) {
      const answer = await member.post<{ id: number }>(`${COLLECTION}:create`, filledIn(town, forged));
      if (answer.status === 200) {
        const row = await stored(town, answer.body.data.id);
        expect(row).toMatchObject({
          number: null,
          ownerId: member.userId,
          areaId: null,
          receiptNumber: null,
          consentAt: null,
          state: 'draft',
        });
      } else expect([400, 403]).toContain(answer.status);
    }
  });

  it('may delete a draft, and nothing that was ever submitted', async () => {
    const member = await newMember();
    const { id } = await draft(town, member);
    expect((await remove(member, COLLECTION, id)).status).toBe(200);
    expect(await stored(town, id)).toBeFalsy();
    const second = await draft(town, member);
    await moved(member, second.id, 'submit');
    const answer = await remove(member, COLLECTION, second.id);
    expect([answer.status, codes(answer)]).toEqual([403, ['REGISTRATION_IS_A_RECORD']]);
    expect((await stored(town, second.id)).state).toBe('submitted');
  });
});

describe('the person behind a registration', () => {
  it('is made once per account, even when two drafts come at once', async () => {
    const member = await newMember();
    const drafts = await Promise.all([draft(town, member), draft(town, member)]);
    const persons = await Promise.all(drafts.map(async ({ id }) => (await stored(town, id)).personId));
    expect(persons[0]).toBe(persons[1]);
    expect(await list(town.administrator, 'hxPersons', { filter: { userId: member.userId } })).toHaveLength(1);
  });

  it('is the one already known by name and phone', async () => {
    const known = await create(town.administrator, 'hxPersons', { name: '李大海', phone: '13900001111' });
    const member = await newMember();
    const { id } = await draft(town, member, { personName: '李大海', phone: '139 0000 1111' });
    expect((await stored(town, id)).personId).toBe(known.id);
    const [person] = await list(town.administrator, 'hxPersons', { filter: { id: known.id } });
    expect(person.userId).toBe(member.userId);
  });

  it('is never somebody who holds a post: that would hand over the post’s rights', async () => {
    const secretary = await create(town.administrator, 'hxPersons', { name: '周书记', phone: '13900002222' });
    const [type] = await list(town.administrator, 'hxPostTypes', { filter: { code: 'communitySecretary' } });
    await create(town.administrator, 'hxPosts', {
      personId: secretary.id,
      postTypeId: type.id,
      areaId: town.west.id,
      startsOn: '2020-01-01',
    });
    const member = await newMember();
    const { id } = await draft(town, member, { personName: '周书记', phone: '13900002222' });
    expect((await stored(town, id)).personId).not.toBe(secretary.id);
    const [person] = await list(town.administrator, 'hxPersons', { filter: { id: secretary.id } });
    expect(person.userId).toBeNull();
  });
});

describe('what has been submitted', () => {
  it('is not changed by its owner, with a reason that says what to do', async () => {
    const member = await newMember();
    const { id } = await draft(town, member);
    expect((await update(member, COLLECTION, id, { position: '副馆长' })).status).toBe(200);
    await moved(member, id, 'submit');
    const answer = await update(member, COLLECTION, id, { position: '馆长' });
    expect([answer.status, codes(answer)]).toEqual([400, ['STATE_FORBIDS_CHANGES']]);
    expect(answer.body.errors?.[0].message).toContain('Submitted');
    expect((await stored(town, id)).position).toBe('副馆长');
  });

  it('comes back with a reason, is corrected and goes out again under the same number', async () => {
    const member = await newMember();
    const { id } = await draft(town, member, { homeAreaId: town.westBuilding.id });
    const { number } = await moved(member, id, 'submit');
    const silent = await move(town.westCommunity, id, 'return');
    expect([silent.status, codes(silent)]).toEqual([400, ['OPINION_REQUIRED']]);
    expect(await moved(town.westCommunity, id, 'return', { opinion: '您住在东社区' })).toMatchObject({
      state: 'returned',
      communityOpinion: '您住在东社区',
    });
    expect((await update(member, COLLECTION, id, { homeAreaId: town.building.id })).status).toBe(200);
    expect(await moved(member, id, 'submit')).toMatchObject({ state: 'submitted', number, areaId: town.east.id });
    expect((await move(town.westCommunity, id, 'accept')).status).toBe(404);
    expect((await moved(town.community, id, 'accept')).state).toBe('accepted');
  });

  it('is returned by the liaison in the unit’s name', async () => {
    const member = await newMember();
    const { id } = await draft(town, member);
    await moved(member, id, 'submit');
    expect(await moved(town.liaison, id, 'return', { opinion: '已调离本单位' })).toMatchObject({ state: 'returned' });
    expect(await stored(town, id)).toMatchObject({ unitOpinion: '已调离本单位', communityOpinion: null });
  });

  it('leaves a roll for a reason', async () => {
    const member = await newMember();
    const { id } = await draft(town, member);
    await moved(member, id, 'submit');
    await moved(town.community, id, 'accept');
    const answer = await move(town.community, id, 'cancel', { opinion: '调离' });
    expect(answer.body.errors?.map(({ code, field }) => [code, field])).toEqual([['FIELD_REQUIRED', 'leaveReason']]);
    const values = { leaveReason: 'unitChanged' };
    expect(await moved(town.community, id, 'cancel', { opinion: '调离', values })).toMatchObject({
      state: 'cancelled',
      leaveReason: 'unitChanged',
    });
  });
});

describe('one roll at a time', () => {
  it('does not tell one community of another, and names it to those in charge of both', async () => {
    const member = await newMember();
    const east = await draft(town, member);
    const west = await draft(town, member, { homeAreaId: town.westBuilding.id });
    await moved(member, east.id, 'submit');
    await moved(member, west.id, 'submit');
    const { receiptNumber } = await moved(town.community, east.id, 'accept');
    const refused = await move(town.westCommunity, west.id, 'accept');
    expect([refused.status, codes(refused)]).toEqual([400, ['ON_ROLL_ELSEWHERE']]);
    for (const secret of ['东社区', String(receiptNumber)]) expect(JSON.stringify(refused.body)).not.toContain(secret);
    const told = await move(town.street_, west.id, 'accept');
    expect([told.status, codes(told)]).toEqual([400, ['ON_ROLL_OF']]);
    for (const name of ['东社区', String(receiptNumber)]) expect(told.body.errors?.[0].message).toContain(name);
    await moved(town.community, east.id, 'cancel', { opinion: '已搬走', values: { leaveReason: 'moved' } });
    expect((await moved(town.westCommunity, west.id, 'accept')).state).toBe('accepted');
  });

  it('lets exactly one of two communities win that accept at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const member = await newMember();
      const east = await draft(town, member);
      const west = await draft(town, member, { homeAreaId: town.westBuilding.id });
      await moved(member, east.id, 'submit');
      await moved(member, west.id, 'submit');
      const answers = await Promise.all([
        move(town.community, east.id, 'accept'),
        move(town.westCommunity, west.id, 'accept'),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
      expect(codes(answers.find(({ status }) => status === 400)!)).toEqual(['ON_ROLL_ELSEWHERE']);
    }
  });

  it('is held by the database itself', async () => {
    const member = await newMember();
    const east = await draft(town, member);
    const west = await draft(town, member, { homeAreaId: town.westBuilding.id });
    const table = app().db.getCollection(COLLECTION).quotedTableName();
    // what NocoBase does whenever an administrator adds a field
    await app().db.getCollection(COLLECTION).sync();
    const write = app().db.sequelize.query(`UPDATE ${table} SET state = 'onRoll' WHERE id IN (${east.id}, ${west.id})`);
    await expect(write).rejects.toMatchObject({ name: 'SequelizeExclusionConstraintError' });
  });
});

describe('numbers', () => {
  it('are distinct when many submit and are accepted at once', async () => {
    const rows = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const member = await newMember();
        const { id } = await draft(town, member);
        await moved(member, id, 'submit');
        return id;
      }),
    );
    const accepted = await Promise.all(rows.map((id) => moved(town.community, id, 'accept')));
    expect(new Set(accepted.map(({ number }) => number)).size).toBe(rows.length);
    expect(new Set(accepted.map(({ receiptNumber }) => receiptNumber)).size).toBe(rows.length);
  });
});

describe('a transfer', () => {
  it('hands the member on to the other community in one step, and the trace shows both ends', async () => {
    const member = await newMember();
    const { id } = await draft(town, member);
    await moved(member, id, 'submit');
    const before = await moved(town.community, id, 'accept');
    const values = { transferToAreaId: town.westBuilding.id };
    expect(await moved(town.community, id, 'transfer', { values })).toMatchObject({
      state: 'transferred',
      leaveReason: 'moved',
    });

    const [successor] = await list(member, COLLECTION, { filter: { transferredFromId: id } });
    expect(successor).toMatchObject({
      state: 'submitted',
      areaId: town.west.id,
      homeAreaId: town.westBuilding.id,
      personId: before.personId,
      ownerId: member.userId,
      receiptNumber: null,
      consentAt: before.consentAt,
      doorNumber: null,
    });
    expect(successor.number).not.toBe(before.number);
    const [event] = await list(town.administrator, 'hxEvents', {
      filter: { collectionName: COLLECTION, recordId: String(successor.id) },
    });
    expect(event).toMatchObject({ transition: 'submit', actorId: null, onBehalfOfId: town.community.userId });
    expect((await moved(town.westCommunity, successor.id, 'accept')).receiptNumber).not.toBe(before.receiptNumber);
  });

  it('to a community whose building is not known yet waits there for the member to name it', async () => {
    const member = await newMember();
    const { id } = await draft(town, member);
    await moved(member, id, 'submit');
    await moved(town.community, id, 'accept');
    await moved(town.community, id, 'transfer', { values: { transferToAreaId: town.west.id } });
    const [successor] = await list(town.westCommunity, COLLECTION, { filter: { transferredFromId: id } });
    expect(successor).toMatchObject({ state: 'submitted', homeAreaId: null });
    await moved(town.westCommunity, successor.id, 'return', { opinion: '请补填楼栋' });
    const early = await move(member, successor.id, 'submit');
    expect(codes(early)).toEqual(['FIELD_REQUIRED']);
    await update(member, COLLECTION, successor.id, { homeAreaId: town.westBuilding.id });
    expect((await moved(member, successor.id, 'submit')).areaId).toBe(town.west.id);
  });

  it('goes to another community only, and leaves nothing behind when refused', async () => {
    const member = await newMember();
    const { id } = await draft(town, member);
    await moved(member, id, 'submit');
    await moved(town.community, id, 'accept');
    const target = async (values: Record<string, unknown>) =>
      codes(await move(town.community, id, 'transfer', { values }));
    expect(await target({})).toEqual(['FIELD_REQUIRED']);
    expect(await target({ transferToAreaId: town.eastEstate.id })).toEqual(['TRANSFER_SAME_COMMUNITY']);
    expect(await target({ transferToAreaId: town.street.id })).toEqual(['TRANSFER_TARGET_NOT_COMMUNITY']);
    expect((await stored(town, id)).state).toBe('accepted');
    expect(await list(town.administrator, COLLECTION, { filter: { transferredFromId: id } })).toEqual([]);
  });
});
