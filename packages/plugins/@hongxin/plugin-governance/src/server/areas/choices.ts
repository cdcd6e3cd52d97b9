/** Fixed choices. Codes are contract; administrators may retitle and colour them. */
import { AREA_LEVELS, AREA_LEVEL_LABELS } from '@hongxin/rules/mechanism';
import { ESTATE_TYPES } from '@hongxin/rules/governance';
import { coloured } from '../common/coloured';

export const AREA_LEVEL_CHOICES = coloured(
  AREA_LEVELS.map((level) => ({ value: level, label: AREA_LEVEL_LABELS[level].zh })),
);

export const ESTATE_TYPE_CHOICES = coloured(ESTATE_TYPES.map((type) => ({ value: type.code, label: type.zh })));
