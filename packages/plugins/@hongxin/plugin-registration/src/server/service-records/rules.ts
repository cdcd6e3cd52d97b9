import { chinaYear, reasonsOf } from '@hongxin/rules/mechanism';
import { checkSupplement, minutesOf, type ServiceLimits } from '@hongxin/rules/registration';
import {
  clock,
  currentIdentity,
  mayAt,
  keyOf,
  selectRows,
  textOf,
  type Candidate,
  type RecordRule,
  type Scope,
  type RecordCare,
} from '@hongxin/plugin-foundation';
import type { Application } from '@nocobase/server';
import { SERVICE_RECORDS } from '../constants';
import { registrationReason } from '../reasons';
import { countedAlready } from '../claims/same-time';
import { activityFor, claimOf, projectIsOver, targetOf, type Claim } from './activities';
import { completeReversal } from './reversals';
import type { ReadServiceLimits } from './settings';
import { closedYears, lockPersons } from '../year-feedbacks/year-lock';

const OPEN_CLAIMS = ['claimed', 'checkedIn', 'finished'];

/**
 * Hours are entered for a claim, by who served or by the host, and never exceed the activity. A record the server
 * writes at a check-out comes with its origin; whatever comes through the API is entered afterwards (补录).
 */
export function completeNewRecords(app: Application, limits: ReadServiceLimits): RecordRule {
  return async (candidates, scope) => {
    const fresh = candidates.filter(({ record }) => record.isNewRecord);
    for (const candidate of fresh) {
      if (keyOf(candidate.record, 'reversesId') !== null) await completeReversal(candidate, scope);
      else await completeService(app, candidate, await limits(scope.transaction), scope);
    }
    await refuseClosedYears(fresh, scope);
  };
}

async function completeService(
  app: Application,
  candidate: Candidate,
  limits: ServiceLimits,
  scope: Scope,
): Promise<void> {
  const { record, refuse, set } = candidate;
  const identity = currentIdentity();
  if (identity || textOf(record, 'origin') === null) set('origin', 'supplement');
  const claim = await claimOf(record, identity?.userId ?? null, scope);
  const target = claim && (await targetOf(claim, scope));
  if (!claim || !target || claim.personId === null)
    return refuse(
      registrationReason(claim?.personId === null ? 'CLAIM_OF_UNIT' : 'RECORD_CLAIM_MISSING', {}, 'claimId'),
    );
  const isHost = identity !== null && mayAt(app, SERVICE_RECORDS, 'create', claim.areaCode);
  if (identity && !isHost && claim.ownerId !== String(identity.userId))
    return refuse(registrationReason('RECORD_NOT_YOURS', {}, 'claimId'));
  if (identity && !(await awaitsCorrection(claim, scope))) {
    if (!OPEN_CLAIMS.slice(0, 2).includes(claim.state))
      return refuse(registrationReason('RECORD_CLAIM_NOT_OPEN', {}, 'claimId'));
    const over = projectIsOver(claim, target);
    if (over.length > 0) return refuse(...over);
  }
  copyClaim(candidate, claim);
  const [startsAt, endsAt] = ['startsAt', 'endsAt'].map((field) => record.get(field) as Date | null);
  if (!startsAt || !endsAt) {
    for (const [field, value] of Object.entries({ startsAt, endsAt }))
      if (!value) refuse({ code: 'FIELD_REQUIRED', params: { field }, field });
    return;
  }
  const service = { startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
  set('minutes', minutesOf(service));
  set('year', chinaYear(service.startsAt));
  if (record.get('origin') !== 'supplement') return;
  const activity = activityFor(claim, target, service);
  if (!activity) return refuse(registrationReason('RECORD_CLAIM_NOT_OPEN', {}, 'claimId'));
  const now = (record.get('createdAt') as Date | null) ?? clock.now();
  const objections = reasonsOf(checkSupplement(service, activity, identity ? clock.now() : new Date(now), limits));
  // late hours are the host's to enter: who organised it records it; of the step 补录时长 its guard has asked who takes it
  const mayBeLate = isHost || identity === null;
  refuse(...objections.filter(({ code }) => !(mayBeLate && code === 'SUPPLEMENT_TOO_LATE')));
  await lockPersons([claim.personId], scope);
  refuse(...(await countedAlready(claim.personId, service, scope)));
}

/** The hours of a claim that was served have all been taken back, so that the right ones can be entered. */
async function awaitsCorrection({ id, state }: Claim, scope: Scope): Promise<boolean> {
  if (state !== 'served') return false;
  // who enters them at the same moment waits here, and then finds them
  await selectRows(scope, 'SELECT id FROM {hxClaims} WHERE id = :id FOR UPDATE', { id });
  const standing = await selectRows(
    scope,
    `SELECT id FROM {hxServiceRecords} WHERE "claimId" = :id AND "reversesId" IS NULL AND "reversedAt" IS NULL
     AND state <> 'refused' LIMIT 1`,
    { id },
  );
  return standing.length === 0;
}

function copyClaim({ set }: Candidate, claim: Claim): void {
  const number = (key: string | null): number | null => (key === null ? null : Number(key));
  for (const key of ['registrationId', 'personId', 'ownerId', 'unitId', 'postId', 'projectId', 'areaId'] as const)
    set(key, number(claim[key]));
  set('claimId', Number(claim.id));
  set('areaCode', claim.areaCode);
  set('memberName', claim.memberName);
}

/** A closed year takes no more hours; its corrections are booked in the year in which they are made. */
async function refuseClosedYears(candidates: readonly Candidate[], scope: Scope): Promise<void> {
  const persons = candidates.map(({ record }) => keyOf(record, 'personId'));
  await lockPersons(persons, scope);
  const closed = await closedYears(persons, scope);
  if (closed.size === 0) return;
  for (const { record, refuse, set } of candidates) {
    const year = Number(record.get('year'));
    if (!closed.has(`${keyOf(record, 'personId')}/${year}`)) continue;
    if (keyOf(record, 'reversesId') === null) refuse(registrationReason('YEAR_CLOSED', { year }, 'startsAt'));
    else set('year', chinaYear(clock.now()));
  }
}

/** While a record waits, its text may be put right; its times and, once it is decided, everything stay. */
export const careOfRecords: RecordCare = {
  editable: {
    while: [{ in: ['pending'], fields: ['content'] }],
    because: () => registrationReason('RECORD_FORBIDS_CHANGES'),
  },
  kept: () => registrationReason('RECORD_FORBIDS_CHANGES'),
};
