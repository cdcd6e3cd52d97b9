import { requestsOf } from '@hongxin/plugin-foundation/client-v2';
import { useRequest } from 'ahooks';
import { type FlowContext } from '@nocobase/flow-engine';
import React from 'react';
import { TASK_TYPE } from '../../shared/constants';
import { type Counts } from '../../shared/contract';
import { onReviewed } from '../decide/reviewed-events';
import { fetchCounts } from '../requests/tasks';

/** Pushed by NocoBase's task centre whenever somebody's number of tasks has changed. */
const PUSHED = 'ws:message:workflow:tasks:updated';

/** Calls back whenever the user's tasks have changed: here, in another window, or by somebody else. */
export function useTasksChanged(context: FlowContext, changed: () => void): void {
  const latest = React.useRef(changed);
  latest.current = changed;
  const bus = (context.app as { eventBus?: EventTarget } | undefined)?.eventBus;
  React.useEffect(() => {
    const hear = (event: Event): void => {
      const { type } = ((event as CustomEvent<{ type?: string } | undefined>).detail ?? {}) as { type?: string };
      if (type === TASK_TYPE) latest.current();
    };
    const stop = onReviewed(() => latest.current());
    bus?.addEventListener(PUSHED, hear);
    return () => {
      stop();
      bus?.removeEventListener(PUSHED, hear);
    };
  }, [bus]);
}

/** How much waits for the user, kept up to date. */
export function useCounts(context: FlowContext): Counts | undefined {
  const { data, refresh } = useRequest(() => fetchCounts(requestsOf(context.api)), { onError: () => undefined });
  useTasksChanged(context, refresh);
  return data;
}
