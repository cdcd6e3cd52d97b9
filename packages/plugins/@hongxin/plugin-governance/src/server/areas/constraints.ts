import type { ConstraintDefinition } from '@hongxin/plugin-foundation';
import { AREA_CODE_LENGTHS, AREA_LEVELS } from '@hongxin/rules/mechanism';
import { areaReason } from './reasons';

const levelsByLength = AREA_LEVELS.map(
  (level) => `("level" = '${level}' AND length("code") = ${AREA_CODE_LENGTHS[level]})`,
).join(' OR ');

/** What holds whatever writes to the table, the pack's own code and manual SQL included. */
export const AREA_CONSTRAINTS: readonly ConstraintDefinition[] = [
  {
    table: 'hxAreas',
    name: 'hx_areas_code_digits',
    definition: `CHECK ("code" IS NOT NULL AND "code" ~ '^[1-8][0-9]+$')`,
    reason: areaReason('AREA_LEVEL_AND_CODE', {}, 'code'),
  },
  {
    table: 'hxAreas',
    name: 'hx_areas_level_by_code',
    definition: `CHECK (${levelsByLength})`,
    reason: areaReason('AREA_LEVEL_AND_CODE', {}, 'code'),
  },
  {
    table: 'hxAreas',
    name: 'hx_areas_only_cities_at_top',
    definition: `CHECK (("parentId" IS NULL) = ("level" = 'city'))`,
    reason: areaReason('AREA_LEVEL_AND_CODE', {}, 'parentId'),
  },
];
