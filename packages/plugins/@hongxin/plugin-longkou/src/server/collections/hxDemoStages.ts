import { defineCollection } from '@nocobase/database';

/** Parts of the demo city that are loaded. A row is written in the transaction of its part, so it never lies. */
export default defineCollection({
  name: 'hxDemoStages',
  title: '示范城市装载记录',
  autoGenId: false,
  timestamps: false,
  hidden: true,
  fields: [
    { type: 'string', name: 'stage', primaryKey: true },
    { type: 'dateOnly', name: 'today' },
    { type: 'integer', name: 'rows' },
    { type: 'integer', name: 'milliseconds' },
    { type: 'date', name: 'finishedAt' },
  ],
});
