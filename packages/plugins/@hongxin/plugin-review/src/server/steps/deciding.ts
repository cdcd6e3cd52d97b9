import type { Actor } from '@hongxin/plugin-foundation';
import type { Model } from '@nocobase/database';
import type { StepTerms } from '../node/terms';
import type { LockedStep } from './lock';
import type { TaskRecord } from './rows';

/** A task that its decider has locked. */
export interface Deciding {
  locked: LockedStep;
  node: Model;
  terms: StepTerms;
  row: Model;
  task: TaskRecord;
  actor: Actor;
}
