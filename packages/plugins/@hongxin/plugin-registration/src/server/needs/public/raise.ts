import { action, clock, Refusal, runAsSystem, selectRows } from '@hongxin/plugin-foundation';
import type { Reason } from '@hongxin/rules/mechanism';
import { NEEDS } from '../../constants';
import { registrationReason } from '../../reasons';
import { addressOf } from './address';
import {
  countAttempt,
  requireAttempt,
  QUESTION_ONCE,
  RAISE_BY_ADDRESS,
  RAISE_BY_ALL,
  RAISE_BY_CONTENT,
} from './attempts';
import { newTrackingCode, trackingHash } from './digest';
import { RAISE_BODY, readRaisedNeed } from './input';
import { checkAnswer } from './question';

const LEVELS = ['community', 'estate', 'building'];

/**
 * `hxPublicNeeds:raise`: a resident without an account raises a need, and gets the code by which to follow it. The code
 * is shown once; only its digest is stored.
 */
export const raiseAction = action({ right: 'public', body: RAISE_BODY }, async ({ ctx, body }) => {
  const now = clock.now();
  const { need, reasons } = readRaisedNeed(body);
  const { fault, nonce } = checkAnswer(body.token ?? '', body.answer ?? '', now);
  const all: Reason[] = [...reasons, ...(fault ? [registrationReason(fault, {}, 'answer')] : [])];
  // a field that people do not see: who fills it in is a program
  if (body.website !== null) all.push(registrationReason('QUESTION_WRONG', {}, 'answer'));
  if (all.length > 0) throw new Refusal(400, all);

  const { areaId, contactName, contactPhone, wantedBy, title, description } = need;
  return ctx.db.sequelize.transaction(async (transaction) => {
    const scope = { db: ctx.db, transaction };
    const area = await selectRows(scope, 'SELECT 1 AS one FROM {hxAreas} WHERE id = :areaId AND level IN (:levels)', {
      areaId,
      levels: LEVELS,
    });
    if (area.length === 0) throw new Refusal(400, [registrationReason('PUBLIC_AREA_MISSING', {}, 'areaId')]);
    await requireAttempt(RAISE_BY_ADDRESS, addressOf(ctx), now, scope);
    await requireAttempt(RAISE_BY_ALL, 'all', now, scope);
    if (!(await countAttempt(QUESTION_ONCE, nonce, now, scope)))
      throw new Refusal(400, [registrationReason('QUESTION_EXPIRED', {}, 'answer')]);
    const content = `${areaId}/${title}/${description}`.toLowerCase().replace(/[\s\p{P}]/gu, '');
    if (!(await countAttempt(RAISE_BY_CONTENT, content, now, scope)))
      throw new Refusal(400, [registrationReason('PUBLIC_RAISED_ALREADY', {}, 'description')]);
    const code = newTrackingCode();
    const values = {
      title,
      description,
      areaId: Number(areaId),
      contactName: contactName || null,
      contactPhone: contactPhone || null,
      wantedBy: wantedBy || null,
      source: 'resident',
      trackingHash: trackingHash(code),
    };
    const record = await runAsSystem(() => ctx.db.getRepository(NEEDS).create({ values, transaction }));
    return { code, number: String(record.get('number')) };
  });
});
