import { defineCollection } from '@nocobase/database';
import { FOUNDATION } from '../name';
import { identifier, localized, longText, moment, text } from '../fields';

/** What people are told before they consent, version by version (PIPL art. 14, 17). A version is never rewritten. */
export default defineCollection(
  localized(FOUNDATION, {
    name: 'hxPrivacyNotices',
    title: '个人信息告知书',
    titleField: 'title',
    filterTargetKey: 'id',
    indexes: [{ unique: true, fields: ['code', 'version'] }],
    fields: [
      identifier(),
      text('code', '告知书', { max: 100, required: true }),
      text('version', '版本', { max: 50, required: true }),
      text('title', '标题', { max: 200 }),
      text('titleEn', '英文标题', { max: 200 }),
      longText('text', '内容', { max: 20_000 }),
      longText('textEn', '英文内容', { max: 20_000 }),
      moment('publishedAt', '发布时间', { index: true }),
    ],
  }),
);
