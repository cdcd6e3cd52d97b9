import { defineCollection } from '@nocobase/database';

/**
 * One visit of a workflow's run to a review node: what the tasks of its reviewers have in common, and the row that
 * every decision locks. No API reaches this table.
 */
export default defineCollection({
  name: 'hxReviewSteps',
  hidden: true,
  filterTargetKey: 'id',
  indexes: [
    { unique: true, fields: ['jobId'] },
    { fields: ['collectionName', 'recordId', 'state'] },
    { fields: ['executionId'] },
    { fields: ['state', 'dueAt'] },
    { fields: ['state', 'settledAt'] },
  ],
  fields: [
    { type: 'snowflakeId', name: 'id', primaryKey: true, allowNull: false },
    { type: 'string', name: 'title' },
    { type: 'bigInt', name: 'jobId', allowNull: false },
    { type: 'bigInt', name: 'executionId', allowNull: false },
    { type: 'bigInt', name: 'nodeId', allowNull: false },
    { type: 'string', name: 'nodeKey' },
    { type: 'bigInt', name: 'workflowId', allowNull: false },
    { type: 'string', name: 'workflowKey', allowNull: false },
    { type: 'string', name: 'collectionName', allowNull: false },
    { type: 'string', name: 'recordId', allowNull: false },
    // the state in which the record waits; when it leaves it by itself, the review is superseded
    { type: 'string', name: 'recordState' },
    { type: 'string', name: 'processKey' },
    { type: 'string', name: 'areaCode' },
    // the place of those who have it now: passing up goes on from here
    { type: 'string', name: 'holderAreaCode' },
    { type: 'integer', name: 'raised', defaultValue: 0 },
    { type: 'bigInt', name: 'applicantId' },
    { type: 'integer', name: 'round', defaultValue: 1 },
    { type: 'string', name: 'state', allowNull: false, defaultValue: 'pending' },
    // what the form said when it was returned, and what a resubmission has changed in it since
    { type: 'json', name: 'snapshot' },
    { type: 'json', name: 'changes' },
    { type: 'date', name: 'startedAt' },
    { type: 'date', name: 'remindAt' },
    { type: 'date', name: 'remindedAt' },
    { type: 'date', name: 'dueAt' },
    { type: 'date', name: 'overdueNoticedAt' },
    { type: 'date', name: 'settledAt' },
    { type: 'integer', name: 'waitingMinutes' },
    // what the run was taken up from when it came here: taken up from it again after a crash, it finds this visit
    { type: 'bigInt', name: 'causeJobId' },
    // who runs what follows, claimed for a while: with a claim that went stale what follows is run again
    { type: 'date', name: 'resumeClaimedAt' },
    { type: 'integer', name: 'resumeTries', defaultValue: 0 },
    // since when what follows is written: set where the run goes on, never guessed
    { type: 'date', name: 'resumedAt' },
  ],
});
