import type { CollectionAccess } from '@hongxin/plugin-foundation';
import { TASKS } from '../../shared/constants';

/** What a task says without its contents: opinions and values are shown where a reader is entitled to the task itself. */
const TASK_FIELDS = [
  'title',
  'stepTitle',
  'user',
  'userId',
  'state',
  'collectionName',
  'recordId',
  'recordTitle',
  'number',
  'areaId',
  'areaCode',
  'processKey',
  'fallback',
  'startedAt',
  'dueAt',
  'decidedAt',
  'decision',
  'urgedAt',
  'waitingMinutes',
  'applicant',
  'applicantId',
];

/** Written by the server alone; people reach their own through the task centre. City and officials may use the tasks of their places in lists and charts. */
export const taskAccess: CollectionAccess = {
  collection: TASKS,
  ownerField: 'userId',
  labelFields: ['title', 'state'],
  writtenByServer: true,
  serverFields: [...TASK_FIELDS, 'opinion', 'values', 'rule'],
  // as long as the records of what they decided
  retentionMonths: null,
  grants: {
    'hx-city': { reach: 'all', view: TASK_FIELDS, export: true },
    'hx-official': { reach: ['area', 'own'], view: TASK_FIELDS },
  },
};
