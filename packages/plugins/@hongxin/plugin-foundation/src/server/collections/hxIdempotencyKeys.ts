import { defineCollection } from '@nocobase/database';

/** Answers already given under an Idempotency-Key, kept for two days. No API reaches this table. */
export default defineCollection({
  name: 'hxIdempotencyKeys',
  hidden: true,
  filterTargetKey: 'id',
  updatedAt: false,
  indexes: [{ unique: true, fields: ['userId', 'key'] }, { fields: ['createdAt'] }],
  fields: [
    { type: 'bigInt', name: 'userId', allowNull: false },
    { type: 'string', name: 'key', allowNull: false },
    { type: 'string', name: 'requestHash' },
    // Tells the call that wrote the row from those that found it there.
    { type: 'string', name: 'claim' },
    { type: 'integer', name: 'responseStatus' },
    { type: 'json', name: 'responseBody' },
  ],
});
