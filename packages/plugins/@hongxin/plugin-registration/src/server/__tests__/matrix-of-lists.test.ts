/** Needs, resources and projects: every state × transition × person. */
import { reset, signInAs } from '@test/server/harness';
import { needProcess } from '../needs/process';
import { projectProcess } from '../projects/process';
import { resourceProcess } from '../resources/process';
import { describeMatrix, type Cast } from '@test/server/registration/matrix';
import { hours, serviceClass } from '@test/server/registration/service';
import { put } from '@test/server/registration/tables';
import { buildTown, create, newMember, type Town } from '@test/server/registration/town';

const COMMUNITY = ['community', 'street'];
const BOTH = ['owner', ...COMMUNITY];
let town: Town;
let people: Cast;
let classId: number;

beforeAll(async () => {
  await reset();
  town = await buildTown();
  classId = await serviceClass();
  people = {
    resident: await signInAs('resident', ['hx-resident']),
    otherResident: await signInAs('other-resident', ['hx-resident']),
    member: await newMember(),
    liaison: town.liaison,
    otherLiaison: town.otherLiaison,
    community: town.community,
    street: town.street_,
    estate: town.estate,
    westCommunity: town.westCommunity,
    city: town.city_,
  };
});

/** Everybody, with the one whose record it is under the name `owner`. */
function castOf(owner: 'resident' | 'liaison'): Cast {
  const { [owner]: own, ...others } = people;
  return { owner: own, ...others };
}
const opinion = { opinion: '说明' };

describe('a need', () =>
  describeMatrix({
    process: needProcess,
    cast: () => castOf('resident'),
    allowed: {
      raised: { review: COMMUNITY, withdraw: BOTH },
      reviewed: { publish: COMMUNITY, withdraw: BOTH },
      published: { claim: COMMUNITY, withdraw: BOTH },
      claimed: { start: COMMUNITY, finish: COMMUNITY, reopen: COMMUNITY },
      inProgress: { finish: COMMUNITY, reopen: COMMUNITY },
      awaitingRating: { rate: BOTH },
    },
    async make(state) {
      const { id } = await create(people.resident, 'hxNeeds', { title: '修楼道灯', areaId: town.eastEstate.id });
      await put('hxNeeds', id, { state, serviceClassId: classId, result: '已修好' });
      return id;
    },
    order: (transition) =>
      ({
        review: { values: { serviceClassId: classId } },
        finish: { values: { result: '已修好' } },
        rate: { values: { satisfaction: '5' } },
        reopen: opinion,
        withdraw: opinion,
      })[transition] ?? {},
  }));

describe('a resource', () =>
  describeMatrix({
    process: resourceProcess,
    cast: () => castOf('liaison'),
    allowed: { offered: { withdraw: BOTH }, withdrawn: { offer: ['owner'] } },
    async make(state) {
      const values = { title: '会议室', kind: 'venue', areaId: town.east.id };
      const { id } = await create(town.liaison, 'hxResources', values);
      await put('hxResources', id, { state });
      return id;
    },
  }));

describe('a project', () =>
  describeMatrix({
    process: projectProcess,
    cast: () => castOf('liaison'),
    allowed: {
      draft: { claim: BOTH },
      claimed: { start: COMMUNITY, decline: COMMUNITY, terminate: BOTH },
      inProgress: { report: BOTH, finish: BOTH, terminate: BOTH },
      // who raised the need rates the need, and this with it
      awaitingRating: { rate: COMMUNITY },
    },
    async make(state) {
      const { id } = await create(town.liaison, 'hxCoProjects', {
        title: '义诊进社区',
        areaId: town.east.id,
        personInCharge: '刘海燕',
        measures: '每月一次',
        deadline: hours(30 * 24).slice(0, 10),
      });
      await put('hxCoProjects', id, { state });
      return id;
    },
    order: (transition) =>
      ({
        report: { values: { progress: 50, progressNote: '过半' } },
        finish: { values: { effect: '服务30人' } },
        rate: { values: { satisfaction: '5' } },
        decline: opinion,
        terminate: opinion,
      })[transition] ?? {},
  }));
