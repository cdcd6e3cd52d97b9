import {
  addWorkingDays,
  addWorkingMinutes,
  pointAtShare,
  workingMinutesBetween,
  type MomentAnswer,
  type WorkingCalendar,
} from '@hongxin/rules/mechanism';
import { clock } from '../clock';
import { Refusal, refuse } from '../errors';
import { action, type OwnAction } from '../own-actions';

/**
 * GET hxCalendarDays:workingTime?start=…&minutes=… (or days=…) → `{ start, due, at80 }`: when so much working time
 * will have passed, and when 80 % of it. For forms that show a deadline while the user chooses it.
 */
export function workingTimeAction(loadCalendar: () => Promise<WorkingCalendar>): OwnAction {
  return action({ right: 'loggedIn' }, async ({ ctx }) => {
    const { minutes, days } = ctx.action.params;
    const start = new Date(String(ctx.action.params.start ?? clock.now().toISOString()));
    if (Number.isNaN(start.getTime())) throw refuse(400, 'PARAMETER_INVALID', { name: 'start' });
    if ((minutes === undefined) === (days === undefined))
      throw refuse(400, 'PARAMETER_INVALID', { name: 'minutes/days' });
    const calendar = await loadCalendar();
    const due = momentOf(
      minutes === undefined
        ? addWorkingDays(start, amount('days', days), calendar)
        : addWorkingMinutes(start, amount('minutes', minutes), calendar),
    );
    const spent = workingMinutesBetween(start, due, calendar);
    if (!spent.ok) throw new Refusal(400, spent.reasons);
    const at80 = momentOf(pointAtShare(start, spent.minutes, undefined, calendar));
    return { start: start.toISOString(), due: due.toISOString(), at80: at80.toISOString() };
  });
}

/** Longest deadline that is counted, in minutes or days [default]: nothing in the programme lasts longer. */
const LONGEST = 1_000_000;

function amount(name: string, value: unknown): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  if (!Number.isFinite(number) || number > LONGEST) throw refuse(400, 'PARAMETER_INVALID', { name });
  return number;
}

function momentOf(answer: MomentAnswer): Date {
  if (!answer.ok) throw new Refusal(400, answer.reasons);
  return answer.at;
}
