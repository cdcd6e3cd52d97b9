import type Database from '@nocobase/database';
import { selectRows, statement } from '@hongxin/plugin-foundation';
import { AREA_CODE_LENGTHS, AREA_LEVELS, type Reason } from '@hongxin/rules/mechanism';
import { GRANTED_ROLE_CHOICES } from '../choices';
import { governanceReason } from '../reasons';

/** Name of the exclusion constraint behind single seats; errors are recognised by it. */
export const SEAT_CONSTRAINT = 'hx_posts_one_holder_per_seat';

interface Constraint {
  table: string;
  name: string;
  definition: string;
}

const levelsByLength = AREA_LEVELS.map(
  (level) => `("level" = '${level}' AND length("code") = ${AREA_CODE_LENGTHS[level]})`,
).join(' OR ');
const grantedRoles = GRANTED_ROLE_CHOICES.map((choice) => `'${choice.value}'`).join(', ');

/** What holds whatever writes to the tables, the pack's own code and manual SQL included. */
const CONSTRAINTS: readonly Constraint[] = [
  {
    table: 'hxAreas',
    name: 'hx_areas_code_digits',
    definition: `CHECK ("code" IS NOT NULL AND "code" ~ '^[1-8][0-9]+$')`,
  },
  { table: 'hxAreas', name: 'hx_areas_level_by_code', definition: `CHECK (${levelsByLength})` },
  {
    table: 'hxAreas',
    name: 'hx_areas_only_cities_at_top',
    definition: `CHECK (("parentId" IS NULL) = ("level" = 'city'))`,
  },
  {
    table: 'hxPosts',
    name: 'hx_posts_term',
    definition: `CHECK ("startsOn" IS NOT NULL AND ("endsOn" IS NULL OR "endsOn" >= "startsOn"))`,
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
  },
  {
    table: 'hxPostTypes',
    name: 'hx_post_types_granted_role',
    definition: `CHECK ("grantsRole" IS NULL OR "grantsRole" IN (${grantedRoles}))`,
  },
  { table: 'hxDictionaryItems', name: 'hx_dictionary_items_code', definition: 'UNIQUE ("dictionary", "code")' },
];

/** What a violation of each means to the user; the rules say it earlier and in more detail. */
export const CONSTRAINT_REASONS: Readonly<Record<string, Reason>> = {
  [SEAT_CONSTRAINT]: governanceReason('SEAT_TAKEN', { holder: '—', from: '—', to: '—' }, 'postTypeId'),
  hx_posts_term: governanceReason('TERM_INVALID', {}, 'endsOn'),
  hx_areas_level_by_code: governanceReason('AREA_LEVEL_AND_CODE', {}, 'code'),
  hx_areas_code_digits: governanceReason('AREA_LEVEL_AND_CODE', {}, 'code'),
  hx_areas_only_cities_at_top: governanceReason('AREA_LEVEL_AND_CODE', {}, 'parentId'),
};

/**
 * Adds the constraints that collections cannot express; those already there stay as they are.
 * @throws when existing rows break one, naming it
 */
export async function installConstraints(db: Database): Promise<void> {
  await db.sequelize.query('CREATE EXTENSION IF NOT EXISTS btree_gist');
  const existing = await selectRows<{ conname: string }>(
    { db },
    'SELECT conname FROM pg_constraint WHERE conname IN (:names)',
    {
      names: CONSTRAINTS.map((constraint) => constraint.name),
    },
  );
  const known = new Set(existing.map((row) => row.conname));
  for (const { table, name, definition } of CONSTRAINTS) {
    if (!known.has(name))
      await db.sequelize.query(statement(db, `ALTER TABLE {${table}} ADD CONSTRAINT ${name} ${definition}`));
  }
}
