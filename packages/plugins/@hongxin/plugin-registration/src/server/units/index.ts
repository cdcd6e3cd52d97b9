import type { DomainPart, Services } from '@hongxin/plugin-foundation';

import { cleanNames } from '@hongxin/plugin-governance';
import { handTasksOver, unitLiaison } from './assignees';
import hxUnits from './collection';
import { liaisonInvitations } from './liaison-invitations';
import { unitsPage } from './page';
import { giveUnitToLiaison } from './liaison-accounts';
import { handOver, keepUsed } from './ownership';
import { cleanUnitNames, refuseSameName } from './unit-names';
import { checkContacts, checkCreditCodes, checkSeats } from './rules';
import { unitAccess } from './access';

/** 单位: who has members that register, and liaisons who speak for it. */
export const units = (services: Services): DomainPart => ({
  collections: [hxUnits],
  access: [unitAccess],
  rules: {
    hxUnits: [cleanUnitNames, cleanNames('contactName'), checkCreditCodes, checkContacts, checkSeats, refuseSameName],
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
