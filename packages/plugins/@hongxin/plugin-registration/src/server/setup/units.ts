import { foundationOf, handler } from '@hongxin/plugin-foundation';
import { governanceOf } from '@hongxin/plugin-governance';
import type { Application } from '@nocobase/server';
import { balanceAction, suggestAction } from '../balance/actions';
import { LIMITS_SETTING } from '../balance/settings';
import { bulkCheck, bulkRegister, bulkTemplate } from '../bulk/actions';
import { homesAction, prefillAction, unitsAction } from '../choosing/actions';
import { dictionaryFields } from '../choosing/dictionary-fields';
import { MEMBER_REGISTRATIONS, UNIT_REGISTRATIONS } from '../constants';
import { UNIT_FIGURES } from '../figures/unit-figures';
import { liaisonInvitations } from '../inviting/liaison-invitations';
import type { ProcessServices } from '../processes/services';
import { verifyReceipt } from '../receipts/action';
import { bindLiaisonAccounts } from '../rules/liaison-accounts';
import { sheetTextsAction } from '../sheet-texts/action';

/** Registers this part's own actions, settings, figures and jobs. */
export function setUpUnits(app: Application, services: ProcessServices): void {
  bindLiaisonAccounts(app);
  for (const field of dictionaryFields) governanceOf(app).dictionaryFields.register(field);
  app.resourceManager.define({
    name: 'hxReceipts',
    only: ['verify', 'texts'],
    actions: { verify: handler(verifyReceipt(services)), texts: handler(sheetTextsAction(services)) },
  });
  app.acl.allow('hxReceipts', 'verify', 'public');
  app.acl.allow('hxReceipts', 'texts', 'loggedIn');
  app.resourceManager.registerActionHandlers({
    [`${MEMBER_REGISTRATIONS}:bulkTemplate`]: handler(bulkTemplate),
    [`${MEMBER_REGISTRATIONS}:bulkCheck`]: handler(bulkCheck),
    [`${MEMBER_REGISTRATIONS}:bulkRegister`]: handler(bulkRegister(services)),
  });
  app.resourceManager.registerActionHandlers({
    [`${MEMBER_REGISTRATIONS}:units`]: handler(unitsAction),
    [`${MEMBER_REGISTRATIONS}:homes`]: handler(homesAction),
    [`${MEMBER_REGISTRATIONS}:prefill`]: handler(prefillAction),
  });
  app.acl.allow(MEMBER_REGISTRATIONS, ['units', 'homes', 'prefill'], 'loggedIn');
  foundationOf(app).settings.define(LIMITS_SETTING);
  app.resourceManager.registerActionHandlers({
    [`${UNIT_REGISTRATIONS}:balance`]: handler(balanceAction(services)),
    [`${UNIT_REGISTRATIONS}:suggest`]: handler(suggestAction(services)),
  });
  app.acl.allow(UNIT_REGISTRATIONS, ['balance', 'suggest'], 'loggedIn');
  governanceOf(app).figures.registerFigures(UNIT_FIGURES);
  governanceOf(app).invitations.register(liaisonInvitations(app.db));
  // whose liaison one is decides, see `needOwnUnit`
  app.acl.allow(MEMBER_REGISTRATIONS, ['bulkTemplate', 'bulkCheck', 'bulkRegister'], 'loggedIn');
}
