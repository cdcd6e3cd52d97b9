import { type APIClientLike } from '@nocobase/flow-engine';
import { TASKS } from '../../shared/constants';

export interface Choice {
  value: string;
  label: string;
}
export interface Choices {
  processes: Choice[];
  areas: Choice[];
}

/** Processes and areas that occur: among the user's own tasks, or among those they supervise. */
export async function fetchChoices(api: APIClientLike, of: 'mine' | 'supervision'): Promise<Choices> {
  const config = { url: `${TASKS}:filters`, method: 'get' as const, params: { for: of }, skipNotify: true };
  return (await api.request<{ data: Choices }>(config)).data.data;
}
