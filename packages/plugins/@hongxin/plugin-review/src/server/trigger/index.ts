import type { DomainPart } from '@hongxin/plugin-foundation';
import type { Model, Transaction } from '@nocobase/database';
import { keepTimeOfRuns } from './executions';
import { rememberEnabling, type TransitionWatch } from './transition-watch';

/** Runs that transitions and new records start. */
export const runs = (watch: TransitionWatch): DomainPart => ({
  witnesses: [watch.onTransition],
  follows: {
    'workflows.beforeSave': [rememberEnabling],
    'executions.beforeBulkUpdate': [keepTimeOfRuns],
    afterCreate: [(row: Model, options: { transaction?: Transaction }) => watch.onCreate(row, options)],
    afterBulkCreate: [(rows: Model[], options: { transaction?: Transaction }) => watch.onBulkCreate(rows, options)],
  },
  // the sweep asks every minute which records are in a run: found by the record, among the runs that still go on
  indexes: [
    {
      table: 'executions',
      name: 'hx_executions_about',
      definition: "(key, (context->'data'->>'id')) WHERE status = 0 OR status IS NULL",
    },
  ],
});
