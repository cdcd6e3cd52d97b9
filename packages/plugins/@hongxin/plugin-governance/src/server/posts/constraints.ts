import type { ConstraintDefinition } from '@hongxin/plugin-foundation';
import { postReason } from './reasons';

/** What holds whatever writes to the table, the pack's own code and manual SQL included. */
export const POST_CONSTRAINTS: readonly ConstraintDefinition[] = [
  {
    table: 'hxPosts',
    name: 'hx_posts_term',
    definition: `CHECK ("startsOn" IS NOT NULL AND ("endsOn" IS NULL OR "endsOn" >= "startsOn"))`,
    reason: postReason('TERM_INVALID', {}, 'endsOn'),
  },
  {
    table: 'hxPosts',
    name: 'hx_posts_publicity',
    definition: `CHECK ("publicityTo" IS NULL OR "publicityFrom" IS NULL OR "publicityTo" >= "publicityFrom")`,
  },
  {
    // one holder at a time [seed: one 楼长 per building, one 单元长 per unit]
    table: 'hxPosts',
    name: 'hx_posts_one_holder_per_seat',
    definition: `EXCLUDE USING gist ("seatKey" WITH =, daterange("startsOn", "endsOn", '[]') WITH &&) WHERE ("seatKey" IS NOT NULL)`,
    reason: postReason('SEAT_TAKEN', { holder: '—', from: '—', to: '—' }, 'postTypeId'),
  },
];
