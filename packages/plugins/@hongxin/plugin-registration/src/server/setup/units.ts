import { handler } from '@hongxin/plugin-foundation';
import type { Application } from '@nocobase/server';
import { bulkCheck, bulkRegister, bulkTemplate } from '../bulk/actions';
import { MEMBER_REGISTRATIONS } from '../constants';
import type { ProcessServices } from '../processes/services';
import { verifyReceipt } from '../receipts/action';

/** Registers this part's own actions, settings, figures and jobs. */
export function setUpUnits(app: Application, services: ProcessServices): void {
  app.resourceManager.define({ name: 'hxReceipts', actions: { verify: verifyReceipt } });
  app.acl.allow('hxReceipts', 'verify', 'public');
  app.resourceManager.registerActionHandlers({
    [`${MEMBER_REGISTRATIONS}:bulkTemplate`]: handler(bulkTemplate),
    [`${MEMBER_REGISTRATIONS}:bulkCheck`]: handler(bulkCheck),
    [`${MEMBER_REGISTRATIONS}:bulkRegister`]: handler(bulkRegister(services)),
  });
  // whose liaison one is decides, see `needOwnUnit`
  app.acl.allow(MEMBER_REGISTRATIONS, ['bulkTemplate', 'bulkCheck', 'bulkRegister'], 'loggedIn');
}
