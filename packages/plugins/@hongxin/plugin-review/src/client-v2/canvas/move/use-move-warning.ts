import { useCurrentWorkflowContext, useFlowContext } from '@nocobase/plugin-workflow/client-v2';
import { type TransitionTriggerConfig } from '../../../shared/config';
import { canNeverFollow, type DrawnNode } from '../../../shared/move-check';
import { type ProcessChoices } from '../use-process';

/** Whether a move, as it is configured now, can never follow where it stands on the canvas. */
export function useNeverFollows(
  process: ProcessChoices['process'],
  node: DrawnNode | undefined,
  config: unknown,
): boolean {
  const workflow = useCurrentWorkflowContext() as
    { config?: Partial<TransitionTriggerConfig>; type?: string } | undefined;
  const { nodes = [] } = (useFlowContext() ?? {}) as { nodes?: DrawnNode[] };
  if (!process || !node) return false;
  const steps = process.transitions.map(({ name, from, to }) => ({ name, from, to }));
  return canNeverFollow(steps, workflow?.config ?? {}, nodes, { ...node, config });
}
