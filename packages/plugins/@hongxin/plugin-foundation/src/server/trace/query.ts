import type { Context } from '@nocobase/actions';
import { requireRecordId, refuse } from '../errors';

/** How somebody looks at the log. */
export interface TraceQuery {
  filter: Record<string, unknown>;
  page: number;
  pageSize: number;
}

const PAGE_SIZE_MAX = 200;
const TEXT_MAX = 100;

/**
 * Reads `collection`, `recordId`, `transition`, `actor` (part of the name), `actorId`, `from`, `to` (moments), `page`
 * and `pageSize` of a request.
 * @throws Refusal 400 naming the parameter that cannot be read
 */
export function traceQuery(ctx: Context): TraceQuery {
  const given = ctx.action.params as Record<string, unknown>;
  const conditions: Record<string, unknown>[] = [];
  const exact = { collection: 'collectionName', recordId: 'recordId', transition: 'transition' } as const;
  for (const [name, column] of Object.entries(exact)) {
    const text = textOf(given, name);
    if (text !== null) conditions.push({ [column]: text });
  }
  const actor = textOf(given, 'actor');
  if (actor !== null) conditions.push({ actorName: { $includes: actor } });
  const actorId = textOf(given, 'actorId');
  if (actorId !== null) {
    requireRecordId(actorId);
    conditions.push({ actorId });
  }
  const [from, to] = [momentOf(given, 'from'), momentOf(given, 'to')];
  if (from) conditions.push({ at: { $gte: from } });
  if (to) conditions.push({ at: { $lt: to } });
  return {
    filter: conditions.length > 0 ? { $and: conditions } : {},
    page: wholeOf(given, 'page', 1, 1_000_000),
    pageSize: wholeOf(given, 'pageSize', 20, PAGE_SIZE_MAX),
  };
}

function textOf(given: Record<string, unknown>, name: string): string | null {
  const value = given[name];
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string' || value.length > TEXT_MAX || value.includes('\0'))
    throw refuse(400, 'PARAMETER_INVALID', { name });
  return value;
}

function momentOf(given: Record<string, unknown>, name: string): string | null {
  const text = textOf(given, name);
  if (text === null) return null;
  const moment = new Date(text);
  const year = moment.getUTCFullYear();
  if (Number.isNaN(moment.getTime()) || year < 1970 || year > 9999) throw refuse(400, 'PARAMETER_INVALID', { name });
  return moment.toISOString();
}

function wholeOf(given: Record<string, unknown>, name: string, fallback: number, max: number): number {
  const value = given[name];
  if (value === undefined || value === '') return fallback;
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > max) throw refuse(400, 'PARAMETER_INVALID', { name });
  return number;
}
