import { type RecordHandler, requestsOf } from '@hongxin/plugin-foundation/client-v2';
import { fetchPendingOf } from '../requests/tasks';

/** 办理 on a record opens the review that waits for this user, when there is one. */
export const openPendingReview: RecordHandler = async (context, { collection, key }, { openTransitions }) => {
  const { task } = await fetchPendingOf(requestsOf(context.api), collection.name, String(key));
  if (!task) return undefined;
  return async () => {
    const { openDecideScreen } = await import('./open-decide-screen');
    await openDecideScreen(context, { id: task.id, title: task.stepTitle, others: openTransitions });
  };
};
