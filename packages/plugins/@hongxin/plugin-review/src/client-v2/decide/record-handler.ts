import { type RecordHandler } from '@hongxin/plugin-foundation/client-v2';
import { fetchPendingOf } from '../requests/tasks';
import { openDecideScreen } from './open-decide-screen';

/** 办理 on a record opens the review that waits for this user, when there is one. */
export const openPendingReview: RecordHandler = async (context, { collection, key }, { openTransitions }) => {
  const { task } = await fetchPendingOf(context.api, collection.name, String(key));
  if (!task) return undefined;
  return () => openDecideScreen(context, { id: task.id, title: task.stepTitle, others: openTransitions });
};
