import type Database from '@nocobase/database';
import type { Model, Transaction } from '@nocobase/database';
import { TASKS } from '../../shared/constants';
import type { RuleNote } from '../assignees/find';
import type { StoredChanges } from './kept';

export const STEPS = 'hxReviewSteps';

export interface StepRow {
  id: string;
  title: string;
  jobId: string;
  executionId: string;
  nodeId: string;
  nodeKey: string;
  workflowId: string;
  workflowKey: string;
  collectionName: string;
  recordId: string;
  recordState: string | null;
  processKey: string | null;
  areaCode: string | null;
  holderAreaCode: string | null;
  raised: number;
  applicantId: number | null;
  round: number;
  state: string;
  changes: StoredChanges | null;
  startedAt: Date;
  remindAt: Date | null;
  dueAt: Date | null;
  settledAt: Date | null;
}

export interface TaskRecord {
  id: string;
  title: string;
  stepTitle: string;
  userId: number | null;
  state: string;
  collectionName: string;
  recordId: string;
  recordTitle: string | null;
  number: string | null;
  areaId: string | null;
  areaCode: string | null;
  processKey: string | null;
  stepId: string;
  workflowId: string;
  workflowKey: string;
  executionId: string;
  nodeId: string;
  jobId: string;
  round: number;
  rule: RuleNote | null;
  fallback: boolean;
  sequence: number;
  waitsForId: string | null;
  canBatch: boolean;
  startedAt: Date;
  dueAt: Date | null;
  decidedAt: Date | null;
  decision: string | null;
  opinion: string | null;
  decidedById: number | null;
  onBehalfOfId: number | null;
  applicantId: number | null;
  urgedAt: Date | null;
  waitingMinutes: number | null;
}

const text = (value: unknown): string => String(value);
const textOrNull = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));
const numberOrNull = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value));

/** Keys as text and people as numbers, however the driver hands them over. */
export function stepOf(row: Model): StepRow {
  const values = row.get() as StepRow;
  return {
    ...values,
    id: text(values.id),
    jobId: text(values.jobId),
    executionId: text(values.executionId),
    nodeId: text(values.nodeId),
    workflowId: text(values.workflowId),
    applicantId: numberOrNull(values.applicantId),
  };
}

export function taskOf(row: Model): TaskRecord {
  const values = row.get() as TaskRecord;
  return {
    ...values,
    id: text(values.id),
    stepId: text(values.stepId),
    workflowId: text(values.workflowId),
    executionId: text(values.executionId),
    nodeId: text(values.nodeId),
    jobId: text(values.jobId),
    areaId: textOrNull(values.areaId),
    waitsForId: textOrNull(values.waitsForId),
    userId: numberOrNull(values.userId),
    decidedById: numberOrNull(values.decidedById),
    onBehalfOfId: numberOrNull(values.onBehalfOfId),
    applicantId: numberOrNull(values.applicantId),
  };
}

/** The steps of a record, the oldest first, without what its form said. */
export const stepsOfRecord = (
  db: Database,
  { collectionName, recordId }: Pick<StepRow, 'collectionName' | 'recordId'>,
  transaction?: Transaction,
): Promise<Model[]> =>
  db.getModel(STEPS).findAll({
    attributes: { exclude: ['snapshot', 'changes'] },
    where: { collectionName, recordId },
    order: [['id', 'ASC']],
    transaction,
  }) as Promise<Model[]>;

export const tasksOfStep = (db: Database, stepId: string, transaction?: Transaction): Promise<Model[]> =>
  db.getModel(TASKS).findAll({
    where: { stepId },
    order: [
      ['sequence', 'ASC'],
      ['id', 'ASC'],
    ],
    transaction,
  }) as Promise<Model[]>;
