import type { Population } from './population';
import type { Random, Weighted } from './random';
import type { AreaRow, OrganizationRow, PersonRow, WorkUnitRow } from './types';
import { workUnitWeight } from './work-units';

/** In-service members who live in the city; the programme counts nearly 4,000 on the rolls [seed]. */
export const IN_SERVICE_MEMBERS = 4120;
/** Where the demo members and the demo liaison work. */
export const DEMO_WORK_UNIT = '市图书馆';

/** An in-service member: who, where employed, and as what. */
export interface InServiceMember {
  person: PersonRow;
  workUnit: WorkUnitRow;
  position: string;
}

const POSITIONS: Readonly<Record<string, Weighted<string>>> = {
  school: [
    ['教师', 70],
    ['教研组长', 12],
    ['年级主任', 8],
    ['副校长', 3],
    ['后勤管理', 7],
  ],
  clinic: [
    ['医师', 40],
    ['护士', 45],
    ['药师', 15],
  ],
  lawFirm: [
    ['律师', 75],
    ['律师助理', 25],
  ],
  policeRoom: [
    ['社区民警', 60],
    ['辅警', 40],
  ],
};
const USUAL_POSITIONS: Weighted<string> = [
  ['科员', 45],
  ['主管', 18],
  ['副科长', 12],
  ['科长', 8],
  ['技术员', 17],
];

/** People of working age, each with a home in a unit of a building and a post in a work unit. */
export function generateMembers(
  random: Random,
  areas: readonly AreaRow[],
  organizations: readonly OrganizationRow[],
  workUnits: readonly WorkUnitRow[],
  population: Population,
): InServiceMember[] {
  const homes = areas.filter((area) => area.level === 'unit');
  const employers: Weighted<WorkUnitRow> = workUnits.map((unit) => [unit, workUnitWeight(unit)]);
  const members = Array.from({ length: IN_SERVICE_MEMBERS }, () => {
    const workUnit = random.weighted(employers);
    const person = population.settle(random.pick(homes), {
      ages: [24, 59],
      isMember: true,
      governingKind: 'inServiceMember',
      skills: random.integer(1, 3),
    });
    return { person, workUnit, position: random.weighted(POSITIONS[workUnit.kind] ?? USUAL_POSITIONS) };
  });
  placeDemoMembers(members, areas, organizations, workUnits, population);
  for (const { workUnit } of members) workUnit.memberCount += 1;
  return members;
}

/** The first two members are the demo ones; they live in the building of the demo group's head. */
function placeDemoMembers(
  members: InServiceMember[],
  areas: readonly AreaRow[],
  organizations: readonly OrganizationRow[],
  workUnits: readonly WorkUnitRow[],
  population: Population,
): void {
  const group = organizations.find(
    (organization) => organization.level === 'buildingGroup' && organization.name.startsWith('锦里7号小区'),
  );
  const home = areas.find((area) => area.level === 'unit' && area.parentCode === group?.areaCode);
  const employer = workUnits.find((unit) => unit.name === DEMO_WORK_UNIT);
  if (!home || !employer) throw new Error('the demo members have no home or no employer');
  employer.liaison = 'demo-unit';
  for (const [index, username] of ['demo-member', 'demo-member2'].entries()) {
    const member = members[index];
    Object.assign(member, { workUnit: employer, position: '馆员' });
    member.person.areaCode = home.code;
    member.person.politicalStatus = 'partyMember';
    population.giveAccount(member.person, username);
  }
}
