import type Database from '@nocobase/database';
import { bindRules } from '@hongxin/plugin-foundation';
import { cleanNames } from '@hongxin/plugin-governance';
import { CLAIMS, SERVICE_POSTS, SERVICE_RECORDS } from '../constants';
import { completeNewClaims, keepClaims } from './claims';
import { serviceClassesAreKnown } from './service-classes';
import { checkServicePosts, keepPublishedPosts, lockServicePosts } from './service-posts';
import { keepRecords, lockRecords } from './service-records';

/** Rules of posts, claims and records that hold whatever writes. New records are completed in `setup/service.ts`. */
export function bindServiceRules(db: Database): void {
  bindRules(db, SERVICE_POSTS, [
    cleanNames('contactName'),
    serviceClassesAreKnown,
    checkServicePosts,
    lockServicePosts,
  ]);
  bindRules(db, CLAIMS, [completeNewClaims]);
  bindRules(db, SERVICE_RECORDS, [lockRecords]);
  db.on(`${SERVICE_POSTS}.beforeDestroy`, keepPublishedPosts);
  db.on(`${CLAIMS}.beforeDestroy`, keepClaims);
  db.on(`${SERVICE_RECORDS}.beforeDestroy`, keepRecords);
}
