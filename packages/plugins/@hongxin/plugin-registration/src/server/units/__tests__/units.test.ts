import { app, reset, signedOut, signInAs } from '@test/server/harness';
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

const UNIT_COLLECTION = 'hxUnitRegistrations';
let town: Town;

beforeAll(async () => {
  await reset();
  town = await buildTown();
});

type Caller = Town['liaison'];

const values = (change: Record<string, unknown> = {}) => ({
  unitId: town.work.id,
  targetAreaId: town.east.id,
  serviceTeam: '书香服务队',
  contributions: ['talent', 'venue'],
  contactName: '刘海燕',
  contactPhone: '13800001234',
  ...change,
});
const filed = (change: Record<string, unknown> = {}, liaison: Caller = town.liaison): Promise<Row> =>
  create(liaison, UNIT_COLLECTION, values(change));
const go = (client: Caller, id: unknown, transition: string, more: Record<string, unknown> = {}) =>
  client.post<Row>(`${UNIT_COLLECTION}:transition/${String(id)}`, { transition, ...more });
async function gone(client: Caller, id: unknown, transition: string, more: Record<string, unknown> = {}): Promise<Row> {
  const answer = await go(client, id, transition, more);
  if (answer.status !== 200) throw new Error(`${transition}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body.data;
}
const state = async (id: unknown): Promise<unknown> =>
  (await town.administrator.get<Row>(`${UNIT_COLLECTION}:get/${String(id)}`)).body.data?.state;

describe('a unit that registers', () => {
  let id: number;

  it('goes from draft to receipt and roll without a confirmation', async () => {
    ({ id } = await filed());
    expect(await list(town.community, UNIT_COLLECTION)).toEqual([]); // a draft carries no place
    const submitted = await gone(town.liaison, id, 'submit');
    expect(submitted).toMatchObject({ state: 'submitted', areaId: town.east.id, ownerId: town.liaison.userId });
    expect(submitted.number).toMatch(/^DW-\d{4}-370681001-\d{5}$/);
    expect(submitted.registeredOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(submitted.organizationId).toBe(town.committee.id);
    const accepted = await gone(town.community, id, 'accept', { opinion: '欢迎' });
    expect(accepted).toMatchObject({
      state: 'accepted',
      acceptedById: town.community.userId,
      communityOpinion: '欢迎',
    });
    expect(accepted.receiptNumber).toMatch(/^DWHZ-\d{4}-370681001001-\d{4}$/);
    expect(accepted.receiptToken).toMatch(/^[\w-]{22}$/);
    expect(await gone(town.community, id, 'enroll')).toMatchObject({ state: 'onRoll' });
  });

  it('masks the contact for the community and not for the liaison', async () => {
    const [seen] = await list(town.community, UNIT_COLLECTION, { filter: { id } });
    expect(seen).toMatchObject({ contactName: '刘**', contactPhone: '138****1234' });
    const [own] = await list(town.liaison, UNIT_COLLECTION, { filter: { id } });
    expect(own).toMatchObject({ contactName: '刘海燕', contactPhone: '13800001234' });
  });

  it('is seen by nobody it does not concern', async () => {
    expect(await list(town.otherLiaison, UNIT_COLLECTION)).toEqual([]);
    expect(await list(town.westCommunity, UNIT_COLLECTION)).toEqual([]);
    const member = await newMember();
    expect((await member.get(`${UNIT_COLLECTION}:list`)).status).toBe(403);
  });

  it('does not register with the same community twice, even with one of its estates', async () => {
    const second = await filed({ targetAreaId: town.eastEstate.id });
    const answer = await go(town.liaison, second.id, 'submit');
    expect([answer.status, codes(answer)]).toEqual([400, ['UNIT_REGISTERED_ALREADY']]);
    expect(await state(second.id)).toBe('draft');
  });

  it('cannot be deleted any more, nor changed', async () => {
    expect(codes(await remove(town.liaison, UNIT_COLLECTION, id))).toEqual(['REGISTRATION_IS_A_RECORD']);
    expect(codes(await update(town.liaison, UNIT_COLLECTION, id, { serviceTeam: '别的' }))).toEqual([
      'STATE_FORBIDS_CHANGES',
    ]);
  });

  it('is moved by the city, and the trace shows both ends', async () => {
    const answer = await go(town.city_, id, 'transfer', { values: { transferToAreaId: town.eastEstate.id } });
    expect(codes(answer)).toEqual(['TRANSFER_SAME_COMMUNITY']);
    const left = await gone(town.city_, id, 'transfer', {
      opinion: '统筹调剂',
      values: { transferToAreaId: town.westEstate.id },
    });
    expect(left).toMatchObject({ state: 'transferred', leaveReason: 'rebalanced' });
    const [successor] = await list(town.westCommunity, UNIT_COLLECTION, { filter: { transferredFromId: id } });
    expect(successor).toMatchObject({ state: 'submitted', areaId: town.westEstate.id, ownerId: town.liaison.userId });
    const [event] = await list(town.administrator, 'hxEvents', {
      filter: { collectionName: UNIT_COLLECTION, recordId: String(successor.id) },
    });
    expect(event).toMatchObject({ transition: 'submit', actorId: null, onBehalfOfId: town.city_.userId });
    await gone(town.westCommunity, successor.id, 'accept');
  });
});

describe('a unit registration that is refused', () => {
  it('names everything that is missing', async () => {
    const bare = await create(town.administrator, 'hxUnits', {
      name: '无名单位',
      kind: 'agency',
      liaisonId: town.liaison.userId,
    });
    const { id } = await create(town.liaison, UNIT_COLLECTION, { unitId: bare.id });
    const answer = await go(town.liaison, id, 'submit');
    expect(answer.body.errors?.map(({ field }) => field).sort()).toEqual([
      'contactName',
      'contactPhone',
      'targetAreaId',
    ]);
  });

  it('is not for a building, nor for somebody else’s unit', async () => {
    const { id } = await filed({ targetAreaId: town.building.id });
    expect(codes(await go(town.liaison, id, 'submit'))).toEqual(['UNIT_TARGET_LEVEL']);
    const answer = await town.liaison.post(`${UNIT_COLLECTION}:create`, values({ unitId: town.otherWork.id }));
    expect([answer.status >= 400, await list(town.otherLiaison, UNIT_COLLECTION)]).toEqual([true, []]);
  });

  it('takes the unit’s contact without asking again', async () => {
    const unit = await create(town.administrator, 'hxUnits', {
      name: '市文化馆',
      kind: 'institution',
      liaisonId: town.liaison.userId,
      contactName: '孙明',
      contactPhone: '13800005678',
    });
    expect(await create(town.liaison, UNIT_COLLECTION, { unitId: unit.id })).toMatchObject({
      contactName: '孙明',
      contactPhone: '13800005678',
    });
  });

  it('of two at once one is received', async () => {
    const [one, two] = await Promise.all([
      filed({ unitId: town.otherWork.id }, town.otherLiaison),
      filed({ unitId: town.otherWork.id, targetAreaId: town.eastEstate.id }, town.otherLiaison),
    ]);
    const answers = await Promise.all([one, two].map(({ id }) => go(town.otherLiaison, id, 'submit')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });
});

describe('the page behind a receipt’s QR code', () => {
  const open = (token: unknown, language = 'zh-CN') =>
    signedOut().call<string>('GET', `hxReceipts:verify/${String(token)}`, { headers: { 'accept-language': language } });

  it('shows validity and masked names to everybody, and nothing else', async () => {
    const member = await newMember();
    const { id } = await draft(town, member);
    await moved(member, id, 'submit');
    const row = await moved(town.community, id, 'accept');
    const page = await open(row.receiptToken);
    expect(page.status).toBe(200);
    expect(page.body.data).toContain('回执有效');
    expect(page.body.data).toContain('王**');
    for (const hidden of ['王小明', '138', '市档案馆', row.receiptNumber, row.number, '301', '东社区'])
      expect(page.body.data).not.toContain(String(hidden));
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect((await open(row.receiptToken, 'en-US')).body.data).toContain('This receipt is valid');
    await moved(town.community, id, 'cancel', { opinion: '工作调离', values: { leaveReason: 'unitChanged' } });
    const after = await open(row.receiptToken);
    expect(after.body.data).toContain('回执已失效：报到已注销');
    expect(after.body.data).not.toContain('回执有效');
  });

  it('is not found by number, by guessing or by SQL', async () => {
    const [row] = await list(town.administrator, 'hxMemberRegistrations');
    for (const guess of [row.receiptNumber, row.id, "x' OR '1'='1", 'A'.repeat(22)]) {
      const page = await open(encodeURIComponent(String(guess)));
      expect([page.status, String(page.body.data).includes('未查到该回执')]).toEqual([404, true]);
    }
  });

  it('cannot be listed', async () => {
    expect((await signedOut().get('hxReceipts:list')).status).toBeGreaterThanOrEqual(400);
    expect((await (await signInAs('nosy-resident', ['hx-resident'])).get(`${UNIT_COLLECTION}:list`)).status).toBe(403);
    expect(app().db.getCollection(UNIT_COLLECTION).getField('receiptToken')).toBeTruthy();
  });
});
