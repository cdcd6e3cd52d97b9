import { Refusal, refuse } from './refusal';

/** Complaints about a request that NocoBase throws as plain errors, and would answer with 500. */
const COMPLAINTS: readonly (readonly [RegExp, string])[] = [
  [/^Invalid Date/, 'filter'],
  [/^Invalid filter/, 'filter'],
  // a filter on the name of a relation of the host's own, and periods that are none
  [/ neither .+'s association nor .+'s attribute$/, 'filter'],
  [/^Unsupported type: /, 'filter'],
  [/filter or filterByTk is required$/, 'filterByTk'],
  [/^WHERE parameter "uid"/, 'uid'],
  // a key that says two things ("a" beside "a.$ne"), or an operator of relations on a column
  [/^WHERE parameter ".*" has invalid "undefined" value/, 'filter'],
  [/^Invalid value [[{]/, 'filter'],
  [/^(Unsupported having operator|Invalid having field|Having must be)/, 'having'],
  [/^Query action requires at least one measure/, 'measures'],
  [/^The value of '.+' cannot be in array format/, 'values'],
];

/** Reads what the body parser and NocoBase's own checks throw as a refusal; undefined for other errors. */
export function refusalFromHost(error: unknown): Refusal | undefined {
  if (!(error instanceof Error)) return undefined;
  const { status, type } = error as { status?: number; type?: string };
  if (status === 403 && /^No permissions?$/i.test(error.message)) return refuse(403, 'NOT_PERMITTED');
  if (status === 413) return new Refusal(413, [{ code: 'BODY_TOO_LARGE' }]);
  if (status === 400 && (type === 'entity.parse.failed' || error instanceof SyntaxError)) {
    return new Refusal(400, [{ code: 'BODY_INVALID' }]);
  }
  // a filter in the address that is no JSON, which the host reads before anything else
  if ((status === undefined || status === 500) && error instanceof SyntaxError && /JSON/.test(error.message))
    return refuse(400, 'PARAMETER_INVALID', { name: 'filter' });
  // what NocoBase throws for a relation with onDelete: 'restrict'
  if (error.message === 'RESTRICT') return refuse(400, 'STILL_IN_USE');
  const parameter = COMPLAINTS.find(([pattern]) => pattern.test(error.message))?.[1];
  // charts mark every error of the host with 500
  return (status === undefined || status === 500) && parameter !== undefined
    ? refuse(400, 'PARAMETER_INVALID', { name: parameter })
    : undefined;
}
