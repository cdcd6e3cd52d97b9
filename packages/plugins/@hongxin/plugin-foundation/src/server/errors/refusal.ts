import type { Reason } from '@hongxin/rules/mechanism';

/** Every way the pack says no. Of 5xx only 503: the database or the disk is not there, and trying again may help. */
export type RefusalStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 422 | 429 | 503;

/**
 * A refusal the user can act on: all reasons, each with code, field and localised message.
 * Statuses: 400 unmet reasons, 403 not yours, 404 not there (for you), 409 moved on meanwhile.
 */
export class Refusal extends Error {
  /**
   * The collection that the reasons are about, where the request is about another one: a task that is decided moves a record,
   * a resident's code leads to a need. States and fields are then called as there.
   */
  about?: string;

  /** Read by NocoBase's error handler: a refusal is everyday work, not an error to be logged with its stack. */
  readonly logLevel = 'debug';

  constructor(
    readonly status: RefusalStatus,
    readonly reasons: readonly Reason[],
  ) {
    super(reasons.map((reason) => reason.code).join(', '));
    this.name = 'Refusal';
  }
}

/** A refusal with one reason. */
export function refuse(status: RefusalStatus, code: string, params: Reason['params'] = {}, field?: string): Refusal {
  return new Refusal(status, [field === undefined ? { code, params } : { code, params: { ...params, field }, field }]);
}

/** True for refusals of any copy of this module (each plugin is a package of its own). */
export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && error.name === 'Refusal' && 'reasons' in error;
}
