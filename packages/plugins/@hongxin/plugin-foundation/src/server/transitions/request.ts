import type { Context } from '@nocobase/actions';
import { EXPECTED, Refusal } from '../errors';

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
  const sent = ctx.action.params.values;
  const body: Record<string, unknown> = isRecord(sent) ? sent : {};
  const wrong = (['transition', 'opinion', 'values', 'state'] as const).filter((name) => {
    const value = body[name];
    if (value === undefined || value === null) return name === 'transition';
    return name === 'values' ? !isRecord(value) : typeof value !== 'string' || (name === 'transition' && value === '');
  });
  if (wrong.length > 0) {
    throw new Refusal(
      400,
      wrong.map((name) => ({
        code: 'BODY_FIELD_INVALID',
        params: { name, expected: EXPECTED[SHAPES[name]] },
        field: name,
      })),
    );
  }
  return {
    transition: body.transition as string,
    opinion: (body.opinion as string | null | undefined) ?? null,
    values: (body.values as Record<string, unknown> | null | undefined) ?? {},
    state: (body.state as string | null | undefined) ?? null,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
