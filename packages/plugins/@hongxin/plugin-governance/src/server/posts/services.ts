import { localized } from '@hongxin/plugin-foundation';
import { defineCollection } from '@nocobase/database';
import { GOVERNANCE } from '../constants';

/** Dictionary items that go with a post. */
export default defineCollection(
  localized(GOVERNANCE, {
    name: 'hxPostServices',
    title: '任职服务事项',
    isThrough: true,
    autoGenId: false,
    timestamps: true,
    fields: [
      { type: 'bigInt', name: 'postId' },
      { type: 'bigInt', name: 'itemId', index: true },
    ],
  }),
);
