import type { Collection, Model, Transaction } from '@nocobase/database';
import type { ReviewTools } from './tools';
import { STEPS, stepOf, tasksOfStep, type StepRow, type TaskRecord } from './rows';

/** A step that nobody else can decide while the transaction lasts. */
export interface LockedStep {
  row: Model;
  step: StepRow;
  tasks: Model[];
  /** The record, locked too; null when it is gone. */
  record: Model | null;
}

/**
 * Locks the record first and the step after it, always in this order: a direct transition, which begins with the record,
 * and a decision never wait for each other in a circle. The rows are locked, so it holds across processes.
 * @returns null when there is no such step
 */
export async function lockStep(
  { db }: Pick<ReviewTools, 'db'>,
  stepId: string,
  transaction: Transaction,
): Promise<LockedStep | null> {
  const seen = await db.getModel(STEPS).findByPk(stepId, { transaction });
  return seen && lockStepOf({ db }, { ...stepOf(seen as Model), stepId }, transaction);
}

/** As `lockStep`, where the record is known already, from a task of the step. */
export async function lockStepOf(
  { db }: Pick<ReviewTools, 'db'>,
  { stepId, collectionName, recordId }: Pick<TaskRecord, 'stepId' | 'collectionName' | 'recordId'>,
  transaction: Transaction,
): Promise<LockedStep | null> {
  const record = await lockRecord(db.getCollection(collectionName), recordId, transaction);
  const lock = transaction.LOCK.UPDATE;
  const row = (await db.getModel(STEPS).findByPk(stepId, { transaction, lock })) as Model | null;
  if (!row) return null;
  return { row, step: stepOf(row), tasks: await tasksOfStep(db, stepId, transaction), record };
}

export async function lockRecord(
  collection: Collection | undefined,
  recordId: string,
  transaction: Transaction,
): Promise<Model | null> {
  if (!collection) return null;
  const where = { [collection.filterTargetKey as string]: recordId };
  return (await collection.model.findOne({ where, transaction, lock: transaction.LOCK.UPDATE })) as Model | null;
}
