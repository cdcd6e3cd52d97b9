import { reasonsOf, type Reason } from '@hongxin/rules/mechanism';
import { checkCheckIn, checkSupplement, checkWithdrawalTime, insideActivity } from '@hongxin/rules/registration';
import { runAsSystem, type TransitionContext, keyOf, textOf, type Scope } from '@hongxin/plugin-foundation';
import type { Model } from '@nocobase/database';
import { SERVICE_RECORDS } from '../constants';
import { registrationReason } from '../reasons';
import { readTarget, takePlaces, type ClaimTarget, type TargetKind } from './targets';
import { checkedInElsewhere } from './same-time';
import { activityFor, projectIsOver } from '../service-records/activities';
import type { ReadServiceLimits } from '../service-records/settings';
import { lockPersons } from '../year-feedbacks/year-lock';
import { isOwnService } from '../service-records/own-service';

const kindOf = (record: Model): TargetKind => (keyOf(record, 'postId') === null ? 'project' : 'post');
const targetIdOf = (record: Model): string => keyOf(record, `${kindOf(record)}Id`) ?? '';

async function postOf(record: Model, scope: Scope): Promise<ClaimTarget | undefined> {
  const postId = keyOf(record, 'postId');
  return postId === null ? undefined : readTarget('post', postId, scope);
}

/** Hours are kept per member; a unit's claim is confirmed as a whole. */
export async function isOfMember({ record }: TransitionContext): Promise<Reason[]> {
  return keyOf(record, 'personId') === null ? [registrationReason('CLAIM_OF_UNIT')] : [];
}

/** One checks in at the post, in its time, with its code where it has one. */
export function mayCheckIn(limits: ReadServiceLimits) {
  return async ({ db, record, transaction, now }: TransitionContext): Promise<Reason[]> => {
    const scope = { db, transaction };
    const post = await postOf(record, scope);
    if (!post?.startsAt || !post.endsAt) return [registrationReason('CHECK_IN_ONLY_AT_POSTS')];
    const activity = { startsAt: new Date(post.startsAt), endsAt: new Date(post.endsAt) };
    const row = await db.getRepository('hxServicePosts').findOne({ filterByTk: post.id, transaction });
    const code = row ? textOf(row, 'checkInCode') : null;
    const isWrong = code !== null && code !== textOf(record, 'checkInCode');
    const personId = keyOf(record, 'personId') ?? '';
    await lockPersons([personId], scope);
    return [
      ...(await checkedInElsewhere({ id: String(record.get('id')), personId }, scope)),
      ...reasonsOf(checkCheckIn(activity, now, await limits(transaction))),
      ...(isWrong ? [registrationReason('CHECK_IN_CODE_WRONG', {}, 'checkInCode')] : []),
    ];
  };
}

/** Hours entered afterwards: by who served in the days after, by the host also later, and while the project goes on. */
export function maySupplement(limits: ReadServiceLimits) {
  return async (context: TransitionContext): Promise<Reason[]> => {
    const { db, record, transaction, now } = context;
    const target = await readTarget(kindOf(record), targetIdOf(record), { db, transaction });
    const [startsAt, endsAt] = ['serviceStartsAt', 'serviceEndsAt'].map((field) => record.get(field) as Date | null);
    if (!target || !startsAt || !endsAt) return []; // what is missing is told by the process
    const claim = { postId: keyOf(record, 'postId'), projectId: keyOf(record, 'projectId') };
    const service = { startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
    const activity = activityFor(claim, target, service);
    if (!activity) return [registrationReason('RECORD_CLAIM_NOT_OPEN', {}, 'claimId')];
    const late = reasonsOf(checkSupplement(service, activity, now, await limits(transaction))).filter(
      ({ code }) => code === 'SUPPLEMENT_TOO_LATE',
    );
    // who organised it records it, also later; for oneself nobody does
    return [...projectIsOver(claim, target), ...((await isOwnService(context)) ? late : [])];
  };
}

export async function keepCheckIn({ record, now }: TransitionContext): Promise<void> {
  record.set({ checkedInAt: now, checkInCode: null });
}

export async function keepCheckOut({ record, now }: TransitionContext): Promise<void> {
  record.set({ checkedOutAt: now });
}

/** From check-in to check-out, as far as it lies inside the activity: nobody serves before it begins or after it ends. */
export async function recordCheckedHours({ db, record, transaction }: TransitionContext): Promise<void> {
  const post = await postOf(record, { db, transaction });
  if (!post?.startsAt || !post.endsAt) return;
  const [startsAt, endsAt] = ['checkedInAt', 'checkedOutAt'].map((field) => new Date(record.get(field) as Date));
  const activity = { startsAt: new Date(post.startsAt), endsAt: new Date(post.endsAt) };
  // out before it began: present, but no time that counts
  const counted = insideActivity({ startsAt, endsAt }, activity) ?? {
    startsAt: activity.startsAt,
    endsAt: activity.startsAt,
  };
  await createRecord(
    db,
    { claimId: record.get('id'), ...counted, content: record.get('serviceContent'), origin: 'checkIn' },
    transaction,
  );
}

/** Hours entered afterwards; the rules of records check them against the activity. */
export async function recordEnteredHours({ db, record, transaction, now }: TransitionContext): Promise<void> {
  const values = {
    claimId: record.get('id'),
    startsAt: record.get('serviceStartsAt'),
    endsAt: record.get('serviceEndsAt'),
    content: record.get('serviceContent'),
    origin: 'supplement',
    createdAt: now,
  };
  await createRecord(db, values, transaction);
}

async function createRecord(
  db: TransitionContext['db'],
  values: Record<string, unknown>,
  transaction: TransitionContext['transaction'],
): Promise<void> {
  await runAsSystem(() => db.getRepository(SERVICE_RECORDS).create({ values, transaction }));
}

export async function mayWithdraw({ db, record, transaction, now }: TransitionContext): Promise<Reason[]> {
  const post = await postOf(record, { db, transaction });
  return reasonsOf(checkWithdrawalTime(now, post?.startsAt ? new Date(post.startsAt) : null));
}

/** Places go back to the post or project; its row is locked by the update. */
export async function givePlacesBack({ db, record, transaction }: TransitionContext): Promise<void> {
  const places = Number(record.get('places') ?? 1);
  await takePlaces(kindOf(record), targetIdOf(record), -places, { db, transaction });
}
