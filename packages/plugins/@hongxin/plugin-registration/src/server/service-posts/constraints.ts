import type { ConstraintDefinition } from '@hongxin/plugin-foundation';
import { registrationReason } from '../reasons';

/** The rules say the same earlier and in more detail. */
export const SERVICE_POST_CONSTRAINTS: readonly ConstraintDefinition[] = [
  {
    table: 'hxServicePosts',
    name: 'hx_service_posts_places',
    definition: 'CHECK ("claimedCount" >= 0 AND "claimedCount" <= "headCount")',
    reason: registrationReason('POST_HAS_CLAIMS', { title: '—', count: '—' }, 'headCount'),
  },
  {
    table: 'hxServicePosts',
    name: 'hx_service_posts_times',
    definition: 'CHECK ("endsAt" > "startsAt")',
    reason: registrationReason('POST_TIMES_REVERSED', {}, 'endsAt'),
  },
];
