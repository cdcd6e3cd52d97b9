import type { CollectionAccess } from '@hongxin/plugin-foundation';
import { COPIES, DELEGATIONS, PHRASES, TASKS } from '../shared/constants';
import { STEPS } from './steps/tools';

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

/**
 * Tasks, copies and delegations are written by the server alone; people reach their own through the task centre. City and
 * officials may use the tasks of their places in lists and charts.
 */
export const ACCESS: readonly CollectionAccess[] = [
  {
    collection: TASKS,
    ownerField: 'userId',
    labelFields: ['title', 'state'],
    serverFields: [...TASK_FIELDS, 'opinion', 'values', 'rule'],
    // as long as the records of what they decided
    retentionMonths: null,
    grants: {
      'hx-city': { reach: 'all', view: TASK_FIELDS, export: true },
      'hx-official': { reach: ['area', 'own'], view: TASK_FIELDS },
    },
  },
  {
    collection: COPIES,
    areaField: null,
    ownerField: 'userId',
    labelFields: ['title'],
    retentionMonths: 36,
    grants: {},
  },
  {
    collection: DELEGATIONS,
    areaField: null,
    ownerField: 'userId',
    labelFields: ['startsOn', 'endsOn'],
    retentionMonths: 36,
    grants: {},
  },
  {
    // what runs and tasks have in common; no door leads here
    collection: STEPS,
    scope: 'internal',
    areaField: null,
    labelFields: ['title'],
    retentionMonths: null,
    grants: {},
  },
  {
    collection: PHRASES,
    scope: 'public',
    areaField: null,
    labelFields: ['text'],
    retentionMonths: null,
    grants: {
      'hx-city': {
        reach: 'all',
        create: ['text', 'decision', 'sort', 'enabled'],
        update: ['text', 'decision', 'sort', 'enabled'],
        destroy: true,
      },
    },
  },
];
