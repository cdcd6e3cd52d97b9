import type { Reason } from '@hongxin/rules/mechanism';
import type { Collection } from '@nocobase/database';
import type Database from '@nocobase/database';
import { isWatchedCollection } from '../own-tables/made-by-administrators';
import type { ReasonCatalogue } from './catalogue';
import { Refusal, type RefusalStatus } from './refusal';

/** What node-postgres tells about a failed statement. */
interface PostgresError {
  code?: string;
  table?: string;
  column?: string;
  constraint?: string;
  detail?: string;
}

interface SequelizeError {
  name?: string;
  message?: string;
  original?: PostgresError & { parent?: PostgresError };
  parent?: PostgresError;
  errors?: { path?: string | null; type?: string | null; validatorKey?: string | null; instance?: object | null }[];
}

type Reading = (error: PostgresError) => [RefusalStatus, Reason];

const about = (code: string, field: string | undefined, params: Reason['params'] = {}): Reason =>
  field === undefined ? { code, params } : { code, params: { ...params, field }, field };

/** Columns of `Key (a, b)=(…) …`, without the values: they may be personal. */
const keyColumns = (detail: string | undefined): string | undefined =>
  /^Key \((.+?)\)=/.exec(detail ?? '')?.[1].replace(/"/g, '');

/** PostgreSQL's SQLSTATE codes that a user's input can cause. */
const READINGS: Readonly<Record<string, Reading>> = {
  '22001': ({ column }) => [400, column ? about('VALUE_INVALID', column) : { code: 'INPUT_INVALID' }],
  '22003': ({ column }) => [400, column ? about('VALUE_OUT_OF_RANGE', column) : { code: 'INPUT_INVALID' }],
  '23502': ({ column }) => [400, about('FIELD_REQUIRED', column ?? '')],
  '23503': ({ detail, table }) =>
    /still referenced/.test(detail ?? '')
      ? [400, { code: 'STILL_REFERENCED', params: { collection: table ?? '' } }]
      : [400, about('REFERENCE_MISSING', keyColumns(detail) ?? '')],
  '23505': ({ detail }) => [400, about('VALUE_TAKEN', keyColumns(detail) ?? 'id')],
  '23P01': ({ constraint }) => [400, { code: 'VALUES_CONFLICT', params: { constraint: constraint ?? '' } }],
  '23514': ({ constraint }) => [400, { code: 'CHECK_FAILED', params: { constraint: constraint ?? '' } }],
  // Raised by our own trigger on append-only tables.
  HX001: ({ table }) => [403, { code: 'APPEND_ONLY', params: { collection: table ?? 'hxEvents' } }],
  '40001': () => [409, { code: 'BUSY_TRY_AGAIN' }],
  '40P01': () => [409, { code: 'BUSY_TRY_AGAIN' }],
  '55P03': () => [409, { code: 'BUSY_TRY_AGAIN' }],
};

/** All other "data exceptions" (class 22): malformed numbers, dates, bytes. */
const DATA_EXCEPTION = /^22[0-9A-Z]{3}$/;

/** A comparison or a calculation for which the column has the wrong type, or a column that there is not: the statement is the server's, the operand is not. */
const WRONG_TYPE = /^(42883|42804|42846|42725|42P18|42803|42703)$/;

/** What PostgreSQL says when it has no room, takes nobody in, or ends (classes 53, 57P, 58, 08). */
const FULL = /^(53100|58030|ENOSPC|EDQUOT)$/;
const AWAY = /^(53[0-9A-Z]{3}|57P0[0-9]|58[0-9A-Z]{3}|08[0-9A-Z]{3}|25006|ECONNREFUSED|ECONNRESET|EPIPE)$/;
/** What the driver says of a connection that has broken under it, without a code. */
const AWAY_MESSAGES = /is not queryable|Connection terminated/;
const AWAY_NAMES = /^Sequelize(Connection|HostNotFound|HostNotReachable|AccessDenied|InvalidConnection)/;

/**
 * Reads a database's or Sequelize's error as a refusal.
 * @returns undefined when the error is not the input's fault, or concerns a table of the host's
 */
export function refusalFromDatabase(error: unknown, catalogue: ReasonCatalogue, db: Database): Refusal | undefined {
  const failure = error as SequelizeError | null;
  const unavailable = refusalFromOutage(failure);
  if (unavailable) return unavailable;
  const cause = failure?.original?.parent ?? failure?.parent ?? failure?.original ?? (failure as PostgresError | null);
  if (cause?.table !== undefined && !isWatchedTable(db, cause.table)) return undefined;
  const reading = typeof cause?.code === 'string' ? READINGS[cause.code] : undefined;
  if (cause && reading) {
    const meaning = catalogue.meaningOf(cause.constraint);
    const [status, reason] = reading(cause);
    return new Refusal(status, [meaning ?? reason]);
  }
  if (typeof cause?.code === 'string' && (DATA_EXCEPTION.test(cause.code) || WRONG_TYPE.test(cause.code))) {
    return new Refusal(400, [{ code: 'INPUT_INVALID' }]);
  }
  return fromValidation(failure);
}

/** Tables of the pack, and those that administrators have made. */
const isWatchedTable = (db: Database, table: string): boolean =>
  table.startsWith('hx') ||
  [...db.collections.values()].some((each) => each.model.tableName === table && isWatchedCollection(each));

const collectionOfRow = (row: object | null | undefined): Collection | undefined =>
  (row?.constructor as { collection?: Collection } | undefined)?.collection;

/** The disk is full, or the database is not there: nothing that the caller sent is wrong. */
function refusalFromOutage(failure: SequelizeError | null): Refusal | undefined {
  const code = failure?.original?.parent?.code ?? failure?.parent?.code ?? failure?.original?.code ?? codeOf(failure);
  if (typeof code === 'string' && FULL.test(code)) return new Refusal(503, [{ code: 'STORAGE_FULL' }]);
  const isDatabase = failure?.parent !== undefined || failure?.original !== undefined;
  const isAway =
    (typeof code === 'string' && isDatabase && AWAY.test(code)) ||
    AWAY_NAMES.test(failure?.name ?? '') ||
    AWAY_MESSAGES.test(failure?.message ?? '');
  return isAway ? new Refusal(503, [{ code: 'DATABASE_UNAVAILABLE' }]) : undefined;
}

const codeOf = (failure: unknown): unknown => (failure as { code?: unknown } | null)?.code;

/** Sequelize's own checks: required columns, arrays or objects where text belongs. */
function fromValidation(failure: SequelizeError | null): Refusal | undefined {
  if (failure?.name !== 'SequelizeValidationError' || !failure.errors?.length) return undefined;
  if (!failure.errors.some(({ instance }) => isWatchedCollection(collectionOfRow(instance)))) return undefined;
  return new Refusal(
    400,
    failure.errors.map(({ path, type, validatorKey }) => {
      const code = type === 'notNull Violation' || validatorKey === 'is_null' ? 'FIELD_REQUIRED' : 'VALUE_INVALID';
      return about(/^string violation/.test(type ?? '') ? 'VALUE_NOT_TEXT' : code, path ?? undefined);
    }),
  );
}
