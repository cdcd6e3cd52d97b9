import { defineCollection } from '@nocobase/database';

/**
 * What the public page counts: who tries how often, which questions are answered already, which text came already.
 * Only keyed digests, no addresses and no texts; kept for two days. No role reaches this table.
 */
export default defineCollection({
  name: 'hxPublicAttempts',
  hidden: true,
  filterTargetKey: 'id',
  createdAt: false,
  updatedAt: false,
  indexes: [{ fields: ['purpose', 'digest', 'at'] }, { fields: ['at'] }],
  fields: [
    { type: 'string', name: 'purpose', allowNull: false },
    { type: 'string', name: 'digest', allowNull: false },
    { type: 'date', name: 'at', allowNull: false },
  ],
});
