import { MECHANISM_REASONS, reasonMaker } from '@hongxin/rules/mechanism';
import { AREA_REASONS } from '../areas/reasons';

/** Messages of the reasons that need the database to be found. */
export const ORGANIZATION_REASONS = {
  ORGANIZATION_MISSING: {
    zh: '没有所选的党组织，它可能已被删除，请重新选择。',
    en: 'The chosen organisation does not exist; choose another.',
  },
  ORGANIZATION_HAS_CHILDREN_LEVEL: {
    zh: '“{{name}}”下有{{count}}个下级党组织，不能改变层级，请先调整下级党组织。',
    en: '"{{name}}" has {{count}} organisations below it, so its level cannot change; move them first.',
  },
  ORGANIZATION_NOT_EMPTY: {
    zh: '“{{name}}”还有{{blockers}}，请先处理，或将其状态改为已撤销。',
    en: '"{{name}}" still has {{blockers}}; deal with them first, or mark it dissolved.',
  },
} as const;

export const organizationReason = reasonMaker(MECHANISM_REASONS, AREA_REASONS, ORGANIZATION_REASONS);
