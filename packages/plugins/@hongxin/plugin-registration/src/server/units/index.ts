import type { DomainPart, Services } from '@hongxin/plugin-foundation';

import { handTasksOver, unitLiaison } from './assignees';
import hxUnits from './collection';
import { liaisonInvitations } from './liaison-invitations';
import { unitsPage } from './page';
import { giveUnitToLiaison } from './liaison-accounts';
import { handOver, keepUsed } from './ownership';
import { cleanUnitNames, refuseSameName } from './unit-names';
import { checkCreditCodes, checkSeats } from './rules';
import { unitAccess } from './access';

/** 单位: who has members that register, and liaisons who speak for it. */
export const units = (services: Services): DomainPart => ({
  collections: [hxUnits],
  access: [unitAccess],
  rules: {
    hxUnits: [cleanUnitNames, checkCreditCodes, checkSeats, refuseSameName],
  },
  follows: {
    'hxUnits.afterUpdate': [handOver(services.db), handTasksOver(services.app)],
    'hxUnits.beforeDestroy': [keepUsed(services.db)],
  },
  hears: { 'hx.accountOpened': giveUnitToLiaison(services.app) },
  assignees: [unitLiaison],
  invitations: [liaisonInvitations(services.db)],
  dictionaryFields: [{ dictionary: 'unitKind', collection: 'hxUnits', field: 'kind' }],
  pages: [unitsPage],
});
