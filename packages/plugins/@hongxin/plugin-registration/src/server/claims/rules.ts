import { chinaYear, type Reason } from '@hongxin/rules/mechanism';
import {
  applicationOf,
  clock,
  currentIdentity,
  hasOwnOnly,
  mayGive,
  distinct,
  keyOf,
  selectRows,
  type Candidate,
  type RecordRule,
  type Scope,
  type RecordCare,
} from '@hongxin/plugin-foundation';
import type { Model } from '@nocobase/database';
import { CLAIMS } from '../constants';
import { registrationReason } from '../reasons';
import { claimedAtThatTime } from './same-time';
import { lockPersons } from '../year-feedbacks/year-lock';
import { lockTargets, objectionsToClaim, takePlaces, type ClaimTarget, type TargetKind } from './targets';
import { completeUnit } from '../units/liaisons';
import { rollEntries, rollEntryOfUser, type RollEntry } from '../members/on-roll';

const KINDS: readonly TargetKind[] = ['post', 'project'];
/** The moment a claim of the demo city was made; otherwise now. */
const momentOf = (record: Model): Date => (record.get('claimedAt') as Date | null) ?? clock.now();

/**
 * A new claim: who, of what, and the places it takes. The target's row is locked last, so that whoever claims at the
 * same moment waits as shortly as can be and then reads what is left.
 */
export const completeNewClaims: RecordRule = async (candidates, scope) => {
  const fresh = candidates.filter(({ record }) => record.isNewRecord);
  if (fresh.length === 0) return;
  const entries = await rollEntries(distinct(fresh.map(({ record }) => keyOf(record, 'registrationId'))), scope);
  const claims: { candidate: Candidate; kind: TargetKind; id: string }[] = [];
  for (const candidate of fresh) {
    const targets = KINDS.flatMap((kind) => {
      const id = keyOf(candidate.record, `${kind}Id`);
      return id === null ? [] : [{ kind, id }];
    });
    if (targets.length !== 1) candidate.refuse(registrationReason('CLAIM_TARGET', {}, 'postId'));
    else if (await completeClaimant(candidate, entries, scope)) claims.push({ candidate, ...targets[0] });
  }
  // who claims two posts at the same moment waits here, and then finds the first
  await lockPersons(
    claims.map(({ candidate }) => keyOf(candidate.record, 'personId')),
    scope,
  );
  for (const kind of KINDS) {
    const ofKind = claims.filter((claim) => claim.kind === kind);
    const targets = await lockTargets(kind, distinct(ofKind.map(({ id }) => id)), scope);
    for (const { candidate, id } of ofKind) await takeFor(candidate, kind, targets.get(id), scope);
  }
};

/** @returns whether it is clear who claims */
async function completeClaimant(
  candidate: Candidate,
  entries: ReadonlyMap<string, RollEntry>,
  scope: Scope,
): Promise<boolean> {
  const { record, refuse, set } = candidate;
  const identity = currentIdentity();
  const app = applicationOf(scope.db);
  // who may make claims of their own only makes them for their unit where a unit may be named, else for themselves
  const isOwn = identity !== null && hasOwnOnly(app, CLAIMS, 'create');
  const actsForUnit = keyOf(record, 'unitId') !== null || (isOwn && mayGive(app, CLAIMS, 'create', 'unit'));
  if (actsForUnit && keyOf(record, 'registrationId') === null) {
    const faults: Reason[] = [];
    await completeUnit({ ...candidate, refuse: (...reasons) => faults.push(...reasons) }, scope);
    refuse(...faults);
    return faults.length === 0;
  }
  const given = keyOf(record, 'registrationId');
  const entry = given !== null && !isOwn ? entries.get(given) : await rollEntryOfUser(identity?.userId ?? null, scope);
  if (!entry) {
    refuse(registrationReason('NOT_ON_ROLL', {}, 'registrationId'));
    return false;
  }
  set('registrationId', Number(entry.registrationId));
  set('personId', Number(entry.personId));
  set('memberName', entry.personName);
  set('ownerId', entry.ownerId === null ? null : Number(entry.ownerId));
  set('unitId', null);
  set('places', 1);
  return true;
}

async function takeFor(
  { record, refuse, set }: Candidate,
  kind: TargetKind,
  target: ClaimTarget | undefined,
  scope: Scope,
): Promise<void> {
  if (!target) return refuse(registrationReason('CLAIM_TARGET_MISSING', {}, `${kind}Id`));
  const now = momentOf(record);
  const places = Number(record.get('places') ?? 1);
  const twice = await isClaimedAlready(record, kind, target.id, scope);
  const objections = twice
    ? [registrationReason('CLAIM_TWICE', { title: target.title })]
    : [...objectionsToClaim(kind, target, places, now), ...(await elsewhereThen(record, target, scope))];
  if (objections.length > 0) return refuse(...objections);
  target.taken += places;
  await takePlaces(kind, target.id, places, scope);
  set('areaId', target.areaId === null ? null : Number(target.areaId));
  set('areaCode', target.areaCode);
  set('claimedAt', now);
  // the year of the service, not of the pressing; a project's is known when it is served (`bookClaim`)
  set('year', chinaYear(kind === 'post' && target.startsAt ? new Date(target.startsAt) : now));
}

/** A person is at one post at a time; of a unit several people may come. */
async function elsewhereThen(record: Model, { startsAt, endsAt }: ClaimTarget, scope: Scope): Promise<Reason[]> {
  const personId = keyOf(record, 'personId');
  if (personId === null || keyOf(record, 'postId') === null || !startsAt || !endsAt) return [];
  return claimedAtThatTime(personId, { startsAt: new Date(startsAt), endsAt: new Date(endsAt) }, scope);
}

async function isClaimedAlready(record: Model, kind: TargetKind, id: string, scope: Scope): Promise<boolean> {
  const [column, who] =
    keyOf(record, 'personId') === null ? ['unitId', keyOf(record, 'unitId')] : ['personId', keyOf(record, 'personId')];
  const found = await selectRows(
    scope,
    `SELECT 1 AS one FROM {hxClaims} WHERE "${kind}Id" = :id AND "${column}" = :who
       AND state IN ('claimed', 'checkedIn', 'finished', 'served') LIMIT 1`,
    { id, who },
  );
  return found.length > 0;
}

/** Claims are what places and hours are explained by. */
export const careOfClaims: RecordCare = { kept: () => registrationReason('CLAIM_IS_A_RECORD') };
