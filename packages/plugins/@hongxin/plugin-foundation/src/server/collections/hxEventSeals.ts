import { defineCollection } from '@nocobase/database';

/** One link per event in the chain of its collection (see trace/sealer.ts). Append-only; no API reaches this table. */
export default defineCollection({
  name: 'hxEventSeals',
  hidden: true,
  filterTargetKey: 'id',
  timestamps: false,
  indexes: [
    { unique: true, fields: ['collectionName', 'sequence'] },
    { unique: true, fields: ['eventId'] },
  ],
  fields: [
    { type: 'string', name: 'collectionName', allowNull: false },
    { type: 'bigInt', name: 'sequence', allowNull: false },
    { type: 'bigInt', name: 'eventId', allowNull: false },
    { type: 'string', name: 'eventDigest', allowNull: false },
    { type: 'string', name: 'prevHash', allowNull: false },
    { type: 'string', name: 'hash', allowNull: false },
    { type: 'string', name: 'keyId', allowNull: false },
    // Written before the pack sealed anything: taken into the chain as it was found.
    { type: 'boolean', name: 'adopted', allowNull: false, defaultValue: false },
    { type: 'date', name: 'sealedAt', allowNull: false },
  ],
});
