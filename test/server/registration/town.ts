/** A town for the tests: the city of governance's tests, with people in every role, made through HTTP. */
import { appoint, buildCity, create, type City, type Row } from '../governance/city';
import { root, signInAs, type Answer, type Client } from '../harness';
import { PRIVACY_NOTICE } from '../../../packages/plugins/@hongxin/plugin-registration/src/server/members/privacy-notice';

export { codes, create, list, remove, update, type Row } from '../governance/city';

/** Every step goes through HTTP, and two cores are shared. */
jest.setTimeout(120_000);

export const COLLECTION = 'hxMemberRegistrations';

export interface Town extends City {
  administrator: Client;
  westBuilding: Row;
  committee: Row;
  work: Row;
  otherWork: Row;
  city_: Client;
  street_: Client;
  community: Client;
  westCommunity: Client;
  estate: Client;
  liaison: Client;
  otherLiaison: Client;
}

async function official(administrator: Client, name: string, post: string, area: Row): Promise<Client> {
  const client = await signInAs(name, ['hx-official']);
  await appoint(administrator, client.userId, post, area);
  return client;
}

export async function buildTown(): Promise<Town> {
  const administrator = await root();
  const city = await buildCity(administrator);
  const westBuilding = await create(administrator, 'hxAreas', { name: '2号楼', parentId: city.westEstate.id });
  const organization = (name: string, level: string, parent: Row | null, area: Row) =>
    create(administrator, 'hxOrganizations', { name, level, parentId: parent?.id ?? null, areaId: area.id });
  const streetCommittee = await organization('东莱街道党工委', 'streetCommittee', null, city.street);
  const committee = await organization('东社区党委', 'communityCommittee', streetCommittee, city.east);
  const liaison = await signInAs('liaison', ['hx-unit']);
  const otherLiaison = await signInAs('other-liaison', ['hx-unit']);
  const unit = (name: string, liaisonId: number | null) =>
    create(administrator, 'hxUnits', { name, kind: 'agency', areaId: city.street.id, liaisonId });
  return {
    ...city,
    administrator,
    westBuilding,
    committee,
    work: await unit('市档案馆', liaison.userId),
    otherWork: await unit('市图书馆', otherLiaison.userId),
    city_: await signInAs('city-administrator', ['hx-city']),
    street_: await official(administrator, 'street-official', 'streetOfficer', city.street),
    community: await official(administrator, 'east-official', 'communityWorker', city.east),
    westCommunity: await official(administrator, 'west-official', 'communityWorker', city.west),
    estate: await official(administrator, 'estate-official', 'estateSecretary', city.eastEstate),
    liaison,
    otherLiaison,
  };
}

let members = 0;

/** A member with an account of their own. */
export const newMember = (): Promise<Client> => signInAs(`member-${(members += 1)}`, ['hx-member']);

/** What a member fills in; living in the eastern community unless told otherwise. */
export function filledIn(town: Town, change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    personName: '王小明',
    phone: '13812341234',
    unitId: town.work.id,
    position: '馆员',
    homeAreaId: town.building.id,
    doorNumber: '301室',
    skills: ['law'],
    serviceIntentions: ['legalAid'],
    availableTimes: ['saturday'],
    consentVersion: PRIVACY_NOTICE.version,
    ...change,
  };
}

export const draft = (town: Town, member: Client, change: Record<string, unknown> = {}): Promise<Row> =>
  create(member, COLLECTION, filledIn(town, change));

/** Calls a transition and gives the answer. */
export function move(
  client: Client,
  id: unknown,
  transition: string,
  more: Record<string, unknown> = {},
): Promise<Answer<Row>> {
  return client.post<Row>(`${COLLECTION}:transition/${String(id)}`, { transition, ...more });
}

/** Calls a transition that has to succeed. */
export async function moved(
  client: Client,
  id: unknown,
  transition: string,
  more: Record<string, unknown> = {},
): Promise<Row> {
  const answer = await move(client, id, transition, more);
  if (answer.status !== 200) throw new Error(`${transition}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body.data;
}

/** The record as the administrator reads it. */
export async function stored(town: Town, id: unknown): Promise<Row> {
  const answer = await town.administrator.get<Row>(`${COLLECTION}:get/${String(id)}`);
  return answer.body.data;
}

/** A registration brought to a state by those who may, and its owner. */
export async function inState(town: Town, state: string): Promise<{ id: number; member: Client }> {
  const member = await newMember();
  const { id } = await draft(town, member);
  for (const [client, transition, more] of wayTo(town, member, state)) await moved(client, id, transition, more);
  return { id, member };
}

type Step = [client: Client, transition: string, more?: Record<string, unknown>];

function wayTo(town: Town, member: Client, state: string): Step[] {
  const submit: Step = [member, 'submit'];
  const accept: Step = [town.community, 'accept'];
  const ways: Record<string, Step[]> = {
    draft: [],
    submitted: [submit],
    unitConfirmed: [submit, [town.liaison, 'confirm']],
    returned: [submit, [town.community, 'return', { opinion: '请核对楼栋' }]],
    accepted: [submit, accept],
    onRoll: [submit, accept, [town.community, 'enroll']],
    transferred: [submit, accept, [town.community, 'transfer', { values: { transferToAreaId: town.west.id } }]],
    cancelled: [submit, [member, 'cancel', { opinion: '重复登记' }]],
  };
  return ways[state];
}
