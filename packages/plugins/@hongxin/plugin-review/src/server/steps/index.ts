import type { DomainPart } from '@hongxin/plugin-foundation';
import type { Transaction } from '@nocobase/database';
import type { ExecutionModel } from '@nocobase/plugin-workflow';
import { abortStepsOf } from './abort';
import { stepAccess } from './access';
import hxReviewSteps from './collection';
import { endWithDeleted } from './ends-with';
import { gate } from './gate';
import { supersede } from './supersede';
import type { ReviewTools } from './tools';

/** A review that a run waits for: what a record's own buttons then mean, and what ends it. */
export const steps = (tools: ReviewTools): DomainPart => ({
  collections: [hxReviewSteps],
  access: [stepAccess],
  gates: [(attempt) => gate(tools, attempt)],
  witnesses: [(event) => supersede(tools, event)],
  follows: {
    'executions.afterUpdate': [
      (execution: ExecutionModel, { transaction }: { transaction?: Transaction } = {}) =>
        abortStepsOf(tools, execution, transaction),
    ],
    ...endWithDeleted(tools),
  },
});
