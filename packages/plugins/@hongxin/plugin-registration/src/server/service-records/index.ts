import type { DomainPart, Services } from '@hongxin/plugin-foundation';

import { correctRecordAction } from './actions/correct-record';
import { myHoursAction } from './actions/my-hours';
import { openingsAction } from './actions/openings';
import { verifyManyAction } from './actions/verify-many';
import hxServiceRecords from './collection';
import { finishClaim } from './finish-claim';
import { myServicePage } from './pages/my-service';
import { serviceRecordsPage, verifyMobilePage } from './pages/records';
import { REMINDERS_OF_OFFICIALS } from './reminders/of-officials';
import { REMINDERS_OF_QUEUES } from './reminders/of-queues';
import { completeNewRecords, careOfRecords } from './rules';
import { SERVICE_LIMITS_SETTING } from './settings';
import { serviceRecordAccess } from './access';
import { SERVICE_RECORD_CONSTRAINTS, SERVICE_RECORD_INDEXES } from './constraints';
import { serviceRecordSteps } from './steps';

/** 服务记录: hours served, verified by the hosts. */
export const serviceRecords = (services: Services): DomainPart => ({
  collections: [hxServiceRecords],
  processes: [serviceRecordSteps(services)],
  access: [serviceRecordAccess],
  constraints: SERVICE_RECORD_CONSTRAINTS,
  indexes: SERVICE_RECORD_INDEXES,
  rules: {
    hxServiceRecords: [
      completeNewRecords(services.app, (transaction) => services.setting(SERVICE_LIMITS_SETTING, transaction)),
    ],
  },
  records: { hxServiceRecords: careOfRecords },
  follows: {
    'hxServiceRecords.afterCreate': [finishClaim(services)],
  },
  settings: [SERVICE_LIMITS_SETTING],
  resources: {
    hxService: { openings: openingsAction, myHours: myHoursAction },
    hxServiceRecords: { verifyMany: verifyManyAction, correct: correctRecordAction },
  },
  reminders: [...REMINDERS_OF_OFFICIALS, ...REMINDERS_OF_QUEUES],
  pages: [myServicePage, serviceRecordsPage, verifyMobilePage],
});
