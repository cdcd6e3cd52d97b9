import { flag, identifier, localized, select, text, wholeNumber } from '@hongxin/plugin-foundation';
import { defineCollection } from '@nocobase/database';
import { DICTIONARY_CHOICES, SOURCE_CHOICES } from './choices';
import { GOVERNANCE } from '../constants';

/** Editable dictionaries: what records choose from. */
export default defineCollection(
  localized(GOVERNANCE, {
    name: 'hxDictionaryItems',
    title: '字典项',
    titleField: 'title',
    filterTargetKey: 'id',
    logging: true,
    createdBy: true,
    updatedBy: true,
    fields: [
      identifier(),
      select('dictionary', '字典', DICTIONARY_CHOICES, { required: true }),
      text('code', '代码', { max: 50, required: true }),
      text('title', '名称', { max: 255, required: true }),
      text('titleEn', '英文名称', { max: 255 }),
      wholeNumber('sort', '排序', { defaultValue: 0 }),
      flag('enabled', '启用', { defaultValue: true }),
      select('source', '来源', SOURCE_CHOICES, { defaultValue: 'default' }),
    ],
  }),
);
