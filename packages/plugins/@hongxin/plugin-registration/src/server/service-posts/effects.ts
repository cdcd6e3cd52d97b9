import { chinaMoment, type Reason } from '@hongxin/rules/mechanism';
import type { TransitionContext } from '@hongxin/plugin-foundation';
import { registrationReason } from '../reasons';

const endOf = ({ record }: TransitionContext): Date | null => {
  const endsAt = record.get('endsAt') as Date | null;
  return endsAt ? new Date(endsAt) : null;
};

export async function isAhead(context: TransitionContext): Promise<Reason[]> {
  const endsAt = endOf(context);
  return endsAt && endsAt < context.now
    ? [registrationReason('POST_OVER', { endsAt: chinaMoment(endsAt) }, 'endsAt')]
    : [];
}

export async function isOver(context: TransitionContext): Promise<Reason[]> {
  const endsAt = endOf(context);
  return endsAt && endsAt > context.now ? [registrationReason('POST_NOT_OVER', { endsAt: chinaMoment(endsAt) })] : [];
}
