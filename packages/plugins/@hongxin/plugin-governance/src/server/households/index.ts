import type { DomainPart } from '@hongxin/plugin-foundation';
import { cleanNames } from '../persons/values';
import { householdAccess } from './access';
import hxHouseholds from './collection';
import { hubsPage } from './page';
import { HOUSEHOLD_REASONS } from './reasons';
import { placeHouseholds } from './rules';

/** 联系户: the households that a member hub keeps in touch with. */
export const households = (): DomainPart => ({
  collections: [hxHouseholds],
  access: [householdAccess],
  reasons: HOUSEHOLD_REASONS,
  rules: { hxHouseholds: [cleanNames('headName'), placeHouseholds] },
  pages: [hubsPage],
});
