import type { Context } from '@nocobase/actions';
import { EXPECTED } from '../errors';
import { body, readBody } from '../own-actions/body';

/** The body of `:transition` (contract, architecture.md §3). */
export interface TransitionRequest {
  transition: string;
  opinion: string | null;
  values: Record<string, unknown>;
  /** The state the user saw, if the client says so. */
  state: string | null;
}

const { text, object, optional } = body;

/** What no process takes is told by the process; this is only more than anybody writes. */
const OPINION_MAX = 100_000;

/** The transition is named by programs: without one the request has the wrong shape, and nothing was forgotten. */
export const TRANSITION_BODY = {
  transition: body.otherwise(text({ zh: '办理步骤', en: 'step' }, 1000), () => ({
    code: 'BODY_FIELD_INVALID',
    params: { expected: EXPECTED.text },
  })),
  opinion: optional(text({ zh: '意见', en: 'opinion' }, OPINION_MAX)),
  values: optional(object({ zh: '填写的内容', en: 'values' })),
  state: optional(text({ zh: '看到的状态', en: 'state seen' }, 1000)),
};

/** @throws Refusal 400 naming every part of the body that has the wrong shape */
export function transitionRequest(ctx: Context): TransitionRequest {
  const { transition, opinion, values, state } = readBody(ctx.action.params.values, TRANSITION_BODY);
  return { transition, opinion, values: values ?? {}, state };
}
