import type { Context } from '@nocobase/actions';
import { readBody } from '../errors';

/** The body of `:transition` (contract, architecture.md §3). */
export interface TransitionRequest {
  transition: string;
  opinion: string | null;
  values: Record<string, unknown>;
  /** The state the user saw, if the client says so. */
  state: string | null;
}

const SHAPES = { transition: 'text', opinion: 'text', values: 'object', state: 'text' } as const;

/** @throws Refusal 400 naming every part of the body that has the wrong shape */
export function transitionRequest(ctx: Context): TransitionRequest {
  const { transition, opinion, values, state } = readBody(ctx.action.params.values, SHAPES, ['transition']);
  return { transition: transition ?? '', opinion, values: values ?? {}, state };
}
