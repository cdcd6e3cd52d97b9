import { dayOf, MINUTE, startOfDay, type WorkingCalendar } from '../mechanism/working-calendar';
import { closeOfWork, duringWork } from '../mechanism/working-clock';
import { answered, type MomentAnswer } from '../mechanism/working-time';

const DAY_TEXT = /^\d{4}-\d{2}-\d{2}$/;
/** A moment without a zone, as fields without one keep it: it is the city's. */
const LOCAL_TEXT = /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/;

/**
 * When a deadline is due that a field of the record names. A day (also one that is kept as its midnight) lasts to the
 * close of its work, a holiday to the close of the next working day; a moment outside of working time means the next
 * moment of work. In a year that is not announced nobody can tell whether the day is worked: the hours alone count.
 * @returns null when the field says nothing that is a time
 */
export function dueOfField(value: unknown, calendar: WorkingCalendar): MomentAnswer | null {
  const moment = momentOfValue(value, calendar);
  if (moment === null) return null;
  const due = answered((): MomentAnswer => ({ ok: true, at: new Date(heldToWork(moment, calendar)) }));
  return due.ok ? due : answered(() => ({ ok: true, at: new Date(heldToWork(moment, everyDayWorked(calendar))) }));
}

function heldToWork(moment: number, calendar: WorkingCalendar): number {
  const day = dayOf(moment, calendar);
  return moment === startOfDay(day, calendar) ? closeOfWork(day, calendar) : duringWork(moment, calendar);
}

const everyDayWorked = (calendar: WorkingCalendar): WorkingCalendar => ({ ...calendar, isWorkingDay: () => true });

function momentOfValue(value: unknown, calendar: WorkingCalendar): number | null {
  if (value === null || value === undefined || value === '') return null;
  if (value instanceof Date || typeof value === 'number') return numberOrNull(new Date(value).getTime());
  const text = String(value).trim();
  const isLocal = DAY_TEXT.test(text) || LOCAL_TEXT.test(text);
  if (!isLocal) return numberOrNull(new Date(text).getTime());
  const asUtc = new Date(DAY_TEXT.test(text) ? `${text}T00:00Z` : `${text.replace(' ', 'T')}Z`).getTime();
  return numberOrNull(asUtc - (calendar.utcOffsetMinutes ?? 480) * MINUTE);
}

const numberOrNull = (moment: number): number | null => (Number.isNaN(moment) ? null : moment);
