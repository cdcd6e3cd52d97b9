import { foundationOf, handler, bindRules, keyOf, selectRows } from '@hongxin/plugin-foundation';
import type { Model, Transaction } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { correctRecordAction } from '../actions/correct-record';
import { myHoursAction } from '../actions/my-hours';
import { openingsAction } from '../actions/openings';
import { verifyManyAction } from '../actions/verify-many';
import { CLAIMS, SERVICE_RECORDS } from '../constants';
import { completeNewRecords } from '../rules/service-records';
import { SERVICE_LIMITS_SETTING } from '../rules/service-settings';

/** Registers this part's own actions, settings, figures and jobs. */
export function setUpService(app: Application): void {
  const { settings, transitions } = foundationOf(app);
  settings.define(SERVICE_LIMITS_SETTING);
  bindRules(app.db, SERVICE_RECORDS, [
    completeNewRecords(app, (transaction) => settings.get(SERVICE_LIMITS_SETTING, transaction)),
  ]);

  app.resourceManager.define({
    name: 'hxService',
    only: ['openings', 'myHours'],
    actions: { openings: openingsAction, myHours: myHoursAction },
  });
  app.acl.allow('hxService', ['openings', 'myHours'], 'loggedIn');
  app.resourceManager.registerActionHandlers({
    'hxServiceRecords:verifyMany': handler(verifyManyAction),
    'hxServiceRecords:correct': handler(correctRecordAction),
  });
  app.acl.allow('hxServiceRecords', ['verifyMany', 'correct'], 'loggedIn');

  /** A record entered by itself hands in its claim, so that the same service is not entered twice. */
  const finishClaim = async (record: Model, { transaction }: { transaction?: Transaction }): Promise<void> => {
    const claimId = keyOf(record, 'claimId');
    if (claimId === null || keyOf(record, 'reversesId') !== null) return;
    const sql = 'SELECT state FROM {hxClaims} WHERE id = :claimId';
    const [claim] = await selectRows<{ state: string }>({ db: app.db, transaction }, sql, { claimId });
    if (claim?.state !== 'claimed' && claim?.state !== 'checkedIn') return;
    const ownerId = keyOf(record, 'createdById') ?? keyOf(record, 'ownerId');
    const actor = { userId: null, roles: [], onBehalfOfId: ownerId === null ? null : Number(ownerId) };
    await transitions.perform({ collection: CLAIMS, recordId: claimId, transition: 'finish', actor, transaction });
  };
  app.db.on(`${SERVICE_RECORDS}.afterCreate`, finishClaim);
}
