import { defineCollection } from '@nocobase/database';

/** The last number given out per series and scope (year, area). No API reaches this table. */
export default defineCollection({
  name: 'hxCounters',
  hidden: true,
  filterTargetKey: 'key',
  autoGenId: false,
  timestamps: false,
  fields: [
    { type: 'string', name: 'key', primaryKey: true },
    { type: 'bigInt', name: 'value', allowNull: false },
  ],
});
