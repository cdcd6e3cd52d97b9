import { defineCollection } from '@nocobase/database';

/** The end of each chain: tells when the newest links are missing. No API reaches this table. */
export default defineCollection({
  name: 'hxEventHeads',
  hidden: true,
  filterTargetKey: 'collectionName',
  autoGenId: false,
  timestamps: false,
  fields: [
    { type: 'string', name: 'collectionName', primaryKey: true },
    { type: 'bigInt', name: 'sequence', allowNull: false },
    { type: 'string', name: 'hash', allowNull: false },
    { type: 'string', name: 'mac', allowNull: false },
    { type: 'string', name: 'keyId', allowNull: false },
  ],
});
