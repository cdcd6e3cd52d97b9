import {
  belongsTo,
  calendarYear,
  hasMany,
  identifier,
  localized,
  longText,
  multipleSelect,
  place,
  select,
  text,
} from '@hongxin/plugin-foundation';
import { defineCollection } from '@nocobase/database';
import { GENDER_CHOICES, POLITICAL_STATUS_CHOICES, SKILL_CHOICES } from './choices';
import { GOVERNANCE } from '../constants';
import { identityNumberFields } from './identity-numbers/fields';

/** People who hold posts, serve as stewards or register as members. */
export default defineCollection(
  localized(GOVERNANCE, {
    name: 'hxPersons',
    title: '人员',
    titleField: 'name',
    filterTargetKey: 'id',
    logging: true,
    createdBy: true,
    updatedBy: true,
    fields: [
      identifier(),
      text('name', '姓名', { max: 50, required: true, index: true }),
      select('gender', '性别', GENDER_CHOICES),
      text('phone', '联系电话', { max: 30, personal: 'phone' }),
      select('politicalStatus', '政治面貌', POLITICAL_STATUS_CHOICES, { index: true }),
      calendarYear('birthYear', '出生年份', { min: 1900 }),
      ...place('居住楼栋'),
      text('doorNumber', '门牌号', { max: 50, personal: 'doorNumber' }),
      ...identityNumberFields(),
      ...belongsTo('user', 'users', '系统用户', { label: 'nickname', unique: true, onDelete: 'SET NULL' }),
      ...belongsTo('stewardCategory', 'hxDictionaryItems', '红管家类别', { label: 'title' }),
      ...belongsTo('governingKind', 'hxDictionaryItems', '共治主体', { label: 'title' }),
      multipleSelect('skills', '特长', SKILL_CHOICES),
      longText('note', '备注'),
      hasMany('posts', 'hxPosts', 'personId', '任职', { label: 'startsOn' }),
    ],
  }),
);
