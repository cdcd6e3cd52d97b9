import { defineCollection } from '@nocobase/database';

/**
 * Which role of which account is a post's: it goes when no current post gives it. Where the mark is there and the role is not, an
 * administrator took it away, and it stays away as long as those posts last. No API reaches this table.
 */
export default defineCollection({
  name: 'hxGrantedRoles',
  hidden: true,
  filterTargetKey: 'key',
  autoGenId: false,
  timestamps: false,
  fields: [
    { type: 'string', name: 'key', primaryKey: true },
    { type: 'bigInt', name: 'userId', index: true, allowNull: false },
    { type: 'string', name: 'roleName', allowNull: false },
  ],
});
