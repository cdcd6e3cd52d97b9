import { defineCollection } from '@nocobase/database';

/**
 * What the pack has written once, and in which shape: the memory that lets an upgrade tell a piece nobody touched
 * (it follows) from one an administrator has edited (it stays).
 */
export default defineCollection({
  name: 'hxSeeds',
  title: '预置内容',
  hidden: true,
  dumpRules: 'required',
  autoGenId: true,
  createdAt: true,
  updatedAt: true,
  filterTargetKey: 'id',
  fields: [
    { name: 'key', type: 'string', unique: true, allowNull: false },
    { name: 'plugin', type: 'string', allowNull: false },
    { name: 'kind', type: 'string', allowNull: false },
    { name: 'title', type: 'string' },
    { name: 'version', type: 'integer', allowNull: false },
    { name: 'appliedHash', type: 'string' },
    { name: 'uid', type: 'string' },
    { name: 'status', type: 'string', allowNull: false, defaultValue: 'current' },
    { name: 'options', type: 'json' },
  ],
});
