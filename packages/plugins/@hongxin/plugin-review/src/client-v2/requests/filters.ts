import { type Requests } from '@hongxin/plugin-foundation/client-v2';
import { TASKS } from '../../shared/constants';
import { type FilterChoices } from '../../shared/contract';

/** Processes and areas that occur: among the user's own tasks, or among those they supervise. */
export const fetchChoices = ({ request }: Requests, of: 'mine' | 'supervision') =>
  request<FilterChoices>(`${TASKS}:filters`, { params: { for: of } });
