import { chinaYear } from '@hongxin/rules/mechanism';
import { textOf, touches, type RecordRule, isTransition, type RecordCare } from '@hongxin/plugin-foundation';
import type { Model } from '@nocobase/database';
import { registrationReason } from '../reasons';

const TIMES = ['startsAt', 'endsAt', 'claimBy'];

/** A post runs forward, is claimed before it ends, and has a code of digits or none. */
export const checkServicePosts: RecordRule = async (candidates) => {
  for (const { record, refuse, set } of candidates) {
    const [startsAt, endsAt, claimBy] = TIMES.map((field) => record.get(field) as Date | null);
    if (record.isNewRecord && startsAt && !textOf(record, 'year')) set('year', chinaYear(new Date(startsAt)));
    if (touches(record, ...TIMES)) {
      if (startsAt && endsAt && new Date(endsAt) <= new Date(startsAt))
        refuse(registrationReason('POST_TIMES_REVERSED', {}, 'endsAt'));
      if (claimBy && endsAt && new Date(claimBy) > new Date(endsAt))
        refuse(registrationReason('POST_CLAIM_BY_TOO_LATE', {}, 'claimBy'));
    }
    const code = textOf(record, 'checkInCode');
    if (touches(record, 'checkInCode') && code !== null && !/^[0-9]{4,6}$/.test(code))
      refuse(registrationReason('CHECK_IN_CODE_FORM', {}, 'checkInCode'));
  }
};

/** People have claimed what was announced: fewer places or other times are another post. */
export const lockServicePosts: RecordRule = async (candidates) => {
  for (const { record, refuse } of candidates) {
    if (record.isNewRecord || isTransition(record)) continue;
    const title = String(record.get('title'));
    const count = Number(record.get('claimedCount') ?? 0);
    const isTooFew = touches(record, 'headCount') && Number(record.get('headCount')) < count;
    const isElsewhen = count > 0 && ['startsAt', 'endsAt'].some((field) => moved(record, field));
    if (isTooFew || isElsewhen)
      refuse(registrationReason('POST_HAS_CLAIMS', { title, count }, isTooFew ? 'headCount' : 'startsAt'));
  }
};

function moved(record: Model, field: string): boolean {
  const before = record.previous(field as never) as Date | null;
  const now = record.get(field) as Date | null;
  return new Date(before ?? 0).getTime() !== new Date(now ?? 0).getTime();
}

/** What is over is not rewritten, and what was announced is kept. */
export const careOfPosts: RecordCare = {
  editable: {
    while: [{ in: ['draft', 'open'] }],
    because: (post) => registrationReason('POST_FORBIDS_CHANGES', { title: String(post.get('title')) }),
  },
  kept: (post) =>
    post.get('state') === 'draft' ? null : registrationReason('POST_IS_A_RECORD', { title: String(post.get('title')) }),
};
