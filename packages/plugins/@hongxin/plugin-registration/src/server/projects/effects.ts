import { chinaDay, chinaYear, type Reason } from '@hongxin/rules/mechanism';
import { type TransitionContext, keyOf, selectRows, textOf } from '@hongxin/plugin-foundation';
import { PROJECT_NUMBERS } from './numbers';
import type { Services } from '@hongxin/plugin-foundation';
import { registrationReason } from '../reasons';

/** The need can still be claimed: its row is locked first, so that of two units that claim at once one is told. */
export async function needIsOpen({ db, record, transaction }: TransitionContext): Promise<Reason[]> {
  const needId = keyOf(record, 'needId');
  if (needId === null) return [];
  const sql = 'SELECT title, state FROM {hxNeeds} WHERE id = :needId FOR NO KEY UPDATE';
  const [need] = await selectRows<{ title: string; state: string }>({ db, transaction }, sql, { needId });
  return need?.state === 'published'
    ? []
    : [registrationReason('NEED_NOT_OPEN', { title: need?.title ?? '—' }, 'needId')];
}

export async function deadlineIsAhead({ record, now }: TransitionContext): Promise<Reason[]> {
  const deadline = textOf(record, 'deadline');
  return deadline !== null && deadline < chinaDay(now)
    ? [registrationReason('PROJECT_DEADLINE_PAST', { deadline }, 'deadline')]
    : [];
}

export function numberProject({ nextNumber }: Pick<Services, 'nextNumber'>) {
  return async ({ record, now, transaction }: TransitionContext): Promise<void> => {
    const year = chinaYear(now);
    const parts = { year, areaCode: String(record.get('areaCode')) };
    record.set({ year, claimedAt: now, number: await nextNumber(PROJECT_NUMBERS, parts, transaction) });
  };
}

export async function keepStart({ record, now }: TransitionContext): Promise<void> {
  if (!record.get('startsOn')) record.set({ startsOn: chinaDay(now) });
}

export async function keepFinish({ record }: TransitionContext): Promise<void> {
  record.set({ progress: 100 });
}
