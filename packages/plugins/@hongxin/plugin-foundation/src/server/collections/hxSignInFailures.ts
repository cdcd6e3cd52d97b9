import { defineCollection } from '@nocobase/database';

/** Failed sign-ins since the last success, per account and per address; keys are hashes. No API reaches this table. */
export default defineCollection({
  name: 'hxSignInFailures',
  hidden: true,
  filterTargetKey: 'key',
  autoGenId: false,
  timestamps: false,
  indexes: [{ fields: ['lastAt'] }],
  fields: [
    { type: 'string', name: 'key', primaryKey: true },
    { type: 'integer', name: 'count', allowNull: false },
    { type: 'date', name: 'firstAt', allowNull: false },
    { type: 'date', name: 'lastAt', allowNull: false },
    { type: 'date', name: 'lockedUntil' },
  ],
});
