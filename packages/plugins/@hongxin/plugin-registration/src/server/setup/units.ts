import type { Application } from '@nocobase/server';
import { verifyReceipt } from '../receipts/action';

/** Registers this part's own actions, settings, figures and jobs. */
export function setUpUnits(app: Application): void {
  app.resourceManager.define({ name: 'hxReceipts', actions: { verify: verifyReceipt } });
  app.acl.allow('hxReceipts', 'verify', 'public');
}
