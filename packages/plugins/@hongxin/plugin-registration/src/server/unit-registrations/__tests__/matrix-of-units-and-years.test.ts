/** Registrations of units and yearly feedbacks: every state × transition × person. */
import { reset, type Client } from '@test/server/harness';
import { unitRegistration } from '../process';
import { yearFeedbackProcess } from '../../year-feedbacks/process';
import { describeMatrix, type Cast } from '@test/server/registration/matrix';
import { memberOnRoll, step } from '@test/server/registration/service';
import { insert } from '@test/server/registration/service-tables';
import { clear, put } from '@test/server/registration/tables';
import { buildTown, create, list, type Row, type Town } from '@test/server/registration/town';

const COMMUNITY = ['community', 'street'];
const BOTH = ['owner', ...COMMUNITY];
const YEAR = 2025;
let town: Town;
let member: Client;
let otherMember: Client;
let registration: Row;

beforeAll(async () => {
  await reset();
  town = await buildTown();
  member = await memberOnRoll(town);
  otherMember = await memberOnRoll(town);
  [registration] = await list(town.administrator, 'hxMemberRegistrations', { filter: { ownerId: member.userId } });
});

const officials = (): Cast => ({
  estate: town.estate,
  community: town.community,
  street: town.street_,
  westCommunity: town.westCommunity,
  city: town.city_,
});
const opinion = { opinion: '说明' };

describe('a registration of a unit', () =>
  describeMatrix({
    process: unitRegistration,
    cast: () => ({ owner: town.liaison, otherLiaison: town.otherLiaison, member, ...officials() }),
    allowed: {
      draft: { submit: ['owner'], cancel: ['owner'] },
      submitted: { accept: COMMUNITY, return: COMMUNITY, cancel: BOTH },
      accepted: { enroll: COMMUNITY, transfer: [...COMMUNITY, 'city'], cancel: BOTH },
      onRoll: { transfer: [...COMMUNITY, 'city'], cancel: BOTH },
      returned: { submit: ['owner'], cancel: BOTH },
    },
    async make(state) {
      // a unit registers with a community once
      await clear('hxUnitRegistrations');
      const { id } = await create(town.liaison, 'hxUnitRegistrations', {
        unitId: town.work.id,
        targetAreaId: town.east.id,
        contactName: '刘海燕',
        contactPhone: '13800001234',
      });
      // a draft carries no place yet
      const place = state === 'draft' ? {} : { areaId: town.east.id, areaCode: town.east.code };
      await put('hxUnitRegistrations', id, { state, ...place });
      return id;
    },
    order: (transition) =>
      ({
        transfer: { values: { transferToAreaId: town.west.id } },
        cancel: { ...opinion, values: { leaveReason: 'other' } },
        return: opinion,
      })[transition] ?? {},
  }));

const COMMENT = { values: { communityPoints: 12, bonusPoints: 0, communityComment: '热心公益' } };
let feedbacks = 0;

describe('a yearly feedback', () =>
  describeMatrix({
    process: yearFeedbackProcess,
    cast: () => ({
      owner: member,
      otherMember,
      liaison: town.liaison,
      otherLiaison: town.otherLiaison,
      ...officials(),
    }),
    allowed: {
      computed: { comment: COMMUNITY },
      commented: { sign: ['liaison'], signFor: COMMUNITY, object: ['owner'], recompute: COMMUNITY },
      signed: { object: ['owner'], recompute: COMMUNITY, issue: COMMUNITY },
      objected: { comment: COMMUNITY, recompute: COMMUNITY },
    },
    async make(state, transition) {
      const id = 6_000_000 + (feedbacks += 1);
      await insert('hxYearFeedbacks', {
        id,
        state: state === 'computed' ? state : 'commented',
        year: YEAR,
        subject: 'member',
        subjectKey: `matrix/${id}`,
        subjectName: '党员',
        registrationId: registration.id,
        personId: registration.personId,
        unitId: town.work.id,
        ownerId: member.userId,
        unitLiaisonId: transition === 'signFor' ? null : town.liaison.userId,
        areaId: town.east.id,
        areaCode: town.east.code,
        hours: 0,
        minutes: 0,
        times: 0,
        claimsServed: 0,
        communityPoints: 10,
        bonusPoints: 0,
        communityComment: '按时参加',
        // the days to object are over
        signedAt: '2026-01-05T00:00:00Z',
      });
      if (state === 'computed') return id;
      // the figures that were commented are those that are signed and issued
      await step(town.community, 'hxYearFeedbacks', id, 'recompute', opinion);
      await step(town.community, 'hxYearFeedbacks', id, 'comment', COMMENT);
      await put('hxYearFeedbacks', id, { state, signedAt: '2026-01-05T00:00:00Z' });
      return id;
    },
    order: (transition) =>
      ({
        comment: COMMENT,
        object: opinion,
        recompute: opinion,
        signFor: opinion,
      })[transition] ?? {},
  }));
