import { defineCollection } from '@nocobase/database';

/** Events that have no link yet; a trigger of the database writes them down (see trace/database.ts). */
export default defineCollection({
  name: 'hxEventsPending',
  hidden: true,
  filterTargetKey: 'eventId',
  autoGenId: false,
  timestamps: false,
  fields: [{ type: 'bigInt', name: 'eventId', primaryKey: true }],
});
