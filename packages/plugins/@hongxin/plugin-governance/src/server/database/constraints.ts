import type { ConstraintDefinition } from '@hongxin/plugin-foundation';
import { AREA_CODE_LENGTHS, AREA_LEVELS } from '@hongxin/rules/mechanism';
import { GRANTED_ROLE_CHOICES } from '../choices';
import { governanceReason } from '../reasons';

/** Name of the exclusion constraint behind single seats; errors are recognised by it. */
export const SEAT_CONSTRAINT = 'hx_posts_one_holder_per_seat';

const levelsByLength = AREA_LEVELS.map(
  (level) => `("level" = '${level}' AND length("code") = ${AREA_CODE_LENGTHS[level]})`,
).join(' OR ');
const grantedRoles = GRANTED_ROLE_CHOICES.map((choice) => `'${choice.value}'`).join(', ');

/** What holds whatever writes to the tables, the pack's own code and manual SQL included. */
export const CONSTRAINTS: readonly ConstraintDefinition[] = [
  {
    table: 'hxAreas',
    name: 'hx_areas_code_digits',
    definition: `CHECK ("code" IS NOT NULL AND "code" ~ '^[1-8][0-9]+$')`,
    reason: governanceReason('AREA_LEVEL_AND_CODE', {}, 'code'),
  },
  {
    table: 'hxAreas',
    name: 'hx_areas_level_by_code',
    definition: `CHECK (${levelsByLength})`,
    reason: governanceReason('AREA_LEVEL_AND_CODE', {}, 'code'),
  },
  {
    table: 'hxAreas',
    name: 'hx_areas_only_cities_at_top',
    definition: `CHECK (("parentId" IS NULL) = ("level" = 'city'))`,
    reason: governanceReason('AREA_LEVEL_AND_CODE', {}, 'parentId'),
  },
  {
    table: 'hxPosts',
    name: 'hx_posts_term',
    definition: `CHECK ("startsOn" IS NOT NULL AND ("endsOn" IS NULL OR "endsOn" >= "startsOn"))`,
    reason: governanceReason('TERM_INVALID', {}, 'endsOn'),
  },
  {
    table: 'hxPosts',
    name: 'hx_posts_publicity',
    definition: `CHECK ("publicityTo" IS NULL OR "publicityFrom" IS NULL OR "publicityTo" >= "publicityFrom")`,
  },
  {
    // one holder at a time [seed: one 楼长 per building, one 单元长 per unit]
    table: 'hxPosts',
    name: SEAT_CONSTRAINT,
    definition: `EXCLUDE USING gist ("seatKey" WITH =, daterange("startsOn", "endsOn", '[]') WITH &&) WHERE ("seatKey" IS NOT NULL)`,
    reason: governanceReason('SEAT_TAKEN', { holder: '—', from: '—', to: '—' }, 'postTypeId'),
  },
  {
    table: 'hxPostTypes',
    name: 'hx_post_types_granted_role',
    definition: `CHECK ("grantsRole" IS NULL OR "grantsRole" IN (${grantedRoles}))`,
  },
  { table: 'hxDictionaryItems', name: 'hx_dictionary_items_code', definition: 'UNIQUE ("dictionary", "code")' },
];
