import { defineCollection } from '@nocobase/database';

/** Who has been reminded of what already, so that nobody is told the same twice. No API reaches this table. */
export default defineCollection({
  name: 'hxReminders',
  hidden: true,
  filterTargetKey: 'key',
  autoGenId: false,
  timestamps: false,
  indexes: [{ fields: ['sentAt'] }],
  fields: [
    { type: 'string', name: 'key', primaryKey: true },
    { type: 'bigInt', name: 'userId', allowNull: false },
    { type: 'date', name: 'sentAt', allowNull: false },
  ],
});
