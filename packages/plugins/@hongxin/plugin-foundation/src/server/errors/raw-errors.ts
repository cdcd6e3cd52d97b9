/** Errors that JavaScript, Node and Sequelize throw by themselves: their texts name variables, tables and files. */
const OF_THE_LANGUAGE = [TypeError, RangeError, ReferenceError, SyntaxError, URIError, EvalError];
const OF_THE_SYSTEM = /^E[A-Z]{2,}$/;

interface Failure {
  name?: string;
  status?: number;
  statusCode?: number;
  code?: unknown;
  sql?: unknown;
  parent?: unknown;
  original?: unknown;
}

/**
 * Whether an error that would be answered with 5xx was written for nobody to read. What plugins of the host throw in words
 * of their own ("the field name is taken") still reaches the administrator.
 */
export function isRawError(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return true;
  const { name = '', status, statusCode, code, sql, parent, original } = error as Failure;
  if ((statusCode ?? status ?? 500) < 500) return false;
  return (
    OF_THE_LANGUAGE.some((kind) => error instanceof kind || name === kind.name) ||
    name.startsWith('Sequelize') ||
    [sql, parent, original].some((each) => each !== undefined) ||
    (typeof code === 'string' && OF_THE_SYSTEM.test(code))
  );
}
