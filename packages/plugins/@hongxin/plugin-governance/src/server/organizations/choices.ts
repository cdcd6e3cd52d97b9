/** Fixed choices. Codes are contract; administrators may retitle and colour them. */
import type { Choice } from '@hongxin/plugin-foundation';
import { FORMATIONS, ORGANIZATION_LEVELS, ORGANIZATION_LEVEL_LABELS } from '@hongxin/rules/governance';
import { coloured } from '../common/coloured';

export const ORGANIZATION_LEVEL_CHOICES = coloured(
  ORGANIZATION_LEVELS.map((level) => ({ value: level, label: ORGANIZATION_LEVEL_LABELS[level].zh })),
);

export const FORMATION_CHOICES = coloured(
  FORMATIONS.map((formation) => ({ value: formation.code, label: formation.zh })),
);

export const ORGANIZATION_STATUS_CHOICES: readonly Choice[] = [
  { value: 'active', label: '运行中', color: 'green' },
  { value: 'dissolved', label: '已撤销', color: 'default' },
];
