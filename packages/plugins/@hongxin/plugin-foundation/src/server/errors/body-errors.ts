import { Refusal } from './refusal';

/** Reads what the body parser throws as a refusal; undefined for other errors. */
export function refusalFromBody(error: unknown): Refusal | undefined {
  const { status, type, body } = (error ?? {}) as { status?: number; type?: string; body?: unknown };
  if (status === 413 && type === 'entity.too.large') return new Refusal(413, [{ code: 'BODY_TOO_LARGE' }]);
  const isUnreadable = type === 'entity.parse.failed' || (error instanceof SyntaxError && typeof body === 'string');
  return status === 400 && isUnreadable ? new Refusal(400, [{ code: 'BODY_INVALID' }]) : undefined;
}
