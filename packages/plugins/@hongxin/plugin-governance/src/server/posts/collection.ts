import {
  belongsTo,
  belongsToMany,
  day,
  identifier,
  localized,
  longText,
  place,
  select,
  text,
} from '@hongxin/plugin-foundation';
import { defineCollection } from '@nocobase/database';
import { SELECTION_CHOICES } from './choices';
import { GOVERNANCE } from '../constants';

/** Who holds which post where, from when to when; ended terms are kept as history. */
export default defineCollection(
  localized(GOVERNANCE, {
    name: 'hxPosts',
    title: '任职',
    titleField: 'id',
    filterTargetKey: 'id',
    logging: true,
    createdBy: true,
    updatedBy: true,
    fields: [
      identifier(),
      ...belongsTo('person', 'hxPersons', '人员', { required: true }),
      ...belongsTo('postType', 'hxPostTypes', '岗位', { required: true, label: 'title' }),
      ...belongsTo('organization', 'hxOrganizations', '所在党组织'),
      ...place('任职区域'),
      day('startsOn', '任期开始', { index: true }),
      day('endsOn', '任期结束', { index: true }),
      select('selection', '产生方式', SELECTION_CHOICES),
      day('publicityFrom', '公示开始'),
      day('publicityTo', '公示结束'),
      text('seatKey', '席位', { max: 64, readOnly: true }),
      belongsToMany(
        'duties',
        'hxDictionaryItems',
        '职责',
        { collection: 'hxPostDuties', foreignKey: 'postId', otherKey: 'itemId' },
        { label: 'title' },
      ),
      belongsToMany(
        'services',
        'hxDictionaryItems',
        '服务事项',
        { collection: 'hxPostServices', foreignKey: 'postId', otherKey: 'itemId' },
        { label: 'title' },
      ),
      longText('note', '备注'),
    ],
  }),
);
