import { MECHANISM_REASONS, reasonMaker } from '@hongxin/rules/mechanism';
import { AREA_REASONS } from '../areas/reasons';

/** Messages of the reasons that need the database to be found. */
export const HOUSEHOLD_REASONS = {
  HOUSEHOLD_HUB_REQUIRED: {
    zh: '联系户须归属一个党员中心户，所选党组织不是党员中心户，请重新选择。',
    en: 'A household is contacted by a member hub; the chosen organisation is not one. Choose a hub.',
  },
} as const;

export const householdReason = reasonMaker(MECHANISM_REASONS, AREA_REASONS, HOUSEHOLD_REASONS);
