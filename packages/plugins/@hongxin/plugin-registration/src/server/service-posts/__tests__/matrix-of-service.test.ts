/** Posts, claims and service records: every state × transition × person. */
import { reset, type Client } from '@test/server/harness';
import { claimProcess } from '../../claims/process';
import { servicePostProcess } from '../process';
import { serviceRecordProcess } from '../../service-records/process';
import { describeMatrix, type Cast } from '@test/server/registration/matrix';
import { claimed, hours, memberOnRoll, openPost, passTime, serviceClass } from '@test/server/registration/service';
import { served } from '@test/server/registration/service-tables';
import { clear, put } from '@test/server/registration/tables';
import { buildTown, create, list, type Row, type Town } from '@test/server/registration/town';

const HOST = ['estate', 'community', 'street'];
let town: Town;
let owner: Client;
let people: Cast;
let registration: Row;

beforeAll(async () => {
  await reset();
  town = await buildTown();
  owner = await memberOnRoll(town);
  [registration] = await list(town.administrator, 'hxMemberRegistrations', { filter: { ownerId: owner.userId } });
  people = {
    owner,
    otherMember: await memberOnRoll(town),
    liaison: town.liaison,
    otherLiaison: town.otherLiaison,
    estate: town.estate,
    community: town.community,
    street: town.street_,
    westCommunity: town.westCommunity,
    city: town.city_,
  };
});

const opinion = { opinion: '说明' };

describe('a post', () =>
  describeMatrix({
    process: servicePostProcess,
    cast: () => people,
    allowed: { draft: { publish: HOST, cancel: HOST }, open: { close: HOST, cancel: HOST } },
    async make(state, transition) {
      const { id } = await create(town.community, 'hxServicePosts', {
        title: '文明引导',
        serviceClassId: await serviceClass(),
        areaId: town.eastEstate.id,
        startsAt: hours(24),
        endsAt: hours(26),
        headCount: 3,
      });
      if (transition === 'close') await passTime(id, hours(-3), hours(-1));
      await put('hxServicePosts', id, { state });
      return id;
    },
    order: (transition) => (transition === 'cancel' ? opinion : {}),
  }));

describe('a claim', () =>
  describeMatrix({
    process: claimProcess,
    cast: () => people,
    allowed: {
      claimed: {
        checkIn: ['owner', ...HOST],
        supplement: ['owner', ...HOST],
        serve: HOST,
        withdraw: ['owner'],
        cancel: HOST,
        markAbsent: HOST,
      },
      checkedIn: { checkOut: ['owner', ...HOST], cancel: HOST },
      finished: { serve: HOST },
    },
    async make(state, transition) {
      await clear('hxServiceRecords');
      await clear('hxClaims'); // one is checked in at one post at a time
      const post = await openPost(town, { areaId: town.eastEstate.id });
      const { id } = await claimed(owner, { postId: post.id });
      // one withdraws before the start, and does everything else from it on
      if (transition !== 'withdraw') await passTime(post.id, hours(-1), hours(1));
      await put('hxClaims', id, { state, checkedInAt: hours(-0.5) });
      // served is who has hours that were verified
      if (transition === 'serve') await served(registration.personId, 2026, { claimId: id, minutes: 60 });
      return id;
    },
    order: (transition) =>
      ({
        supplement: {
          values: { serviceStartsAt: hours(-0.9), serviceEndsAt: hours(-0.1), serviceContent: '引导车辆' },
        },
        cancel: opinion,
      })[transition] ?? {},
  }));

describe('a service record', () =>
  describeMatrix({
    process: serviceRecordProcess,
    cast: () => people,
    allowed: { pending: { verify: HOST, refuse: HOST } },
    async make(state) {
      await clear('hxServiceRecords');
      const id = 7_000_000;
      await served(registration.personId, 2026, {
        id,
        state,
        ownerId: owner.userId,
        registrationId: registration.id,
        areaId: town.eastEstate.id,
        areaCode: town.eastEstate.code,
        minutes: 60,
      });
      return id;
    },
    order: (transition) => (transition === 'refuse' ? opinion : {}),
  }));
