import type { DomainPart, Services } from '@hongxin/plugin-foundation';

import { cleanNames } from '@hongxin/plugin-governance';
import { handTasksOver, unitLiaison } from '../assignees';
import hxUnits from '../collections/hxUnits';
import { liaisonInvitations } from '../inviting/liaison-invitations';
import { unitsPage } from '../pages/units';
import { giveUnitToLiaison } from '../rules/liaison-accounts';
import { handOver, keepUsed } from '../rules/ownership';
import { cleanUnitNames, refuseSameName } from '../rules/unit-names';
import { checkContacts, checkCreditCodes, checkSeats } from '../rules/units';
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
