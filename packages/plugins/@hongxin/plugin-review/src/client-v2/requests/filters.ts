import { type APIClientLike } from '@nocobase/flow-engine';
import { TASKS } from '../../shared/constants';
import { type FilterChoices } from '../../shared/contract';

/** Processes and areas that occur: among the user's own tasks, or among those they supervise. */
export async function fetchChoices(api: APIClientLike, of: 'mine' | 'supervision'): Promise<FilterChoices> {
  const config = { url: `${TASKS}:filters`, method: 'get' as const, params: { for: of }, skipNotify: true };
  return (await api.request<{ data: FilterChoices }>(config)).data.data;
}
