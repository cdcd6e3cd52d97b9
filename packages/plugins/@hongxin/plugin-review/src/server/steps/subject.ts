import type { Transaction } from '@nocobase/database';
import type { ReviewSubject } from '../assignees/registry';
import type { StepTerms } from '../node/terms';
import type { LockedStep } from './lock';
import { factsOf } from './record-facts';
import type { ReviewTools } from './tools';

/** The record of a step as its rules see it now; null when it is gone. */
export async function subjectOf(
  tools: ReviewTools,
  { step, record }: Pick<LockedStep, 'step' | 'record'>,
  terms: Pick<StepTerms, 'placeField'>,
  transaction?: Transaction,
): Promise<ReviewSubject | null> {
  if (!record) return null;
  const facts = await factsOf(tools.app, record, { placeField: terms.placeField, transaction });
  return { ...facts, applicantId: step.applicantId, app: tools.app, db: tools.db, record, transaction };
}
