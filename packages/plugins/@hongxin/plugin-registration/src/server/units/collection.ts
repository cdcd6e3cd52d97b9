import { defineCollection } from '@nocobase/database';
import {
  belongsTo,
  hasMany,
  identifier,
  localized,
  personName,
  phone,
  place,
  select,
  text,
  wholeNumber,
} from '@hongxin/plugin-foundation';
import { UNIT_KIND_CHOICES } from '../common/choices';
import { REGISTRATION, UNITS } from '../constants';

/** Units whose members register with communities, and which register themselves. */
export default defineCollection(
  localized(REGISTRATION, {
    name: UNITS,
    title: '单位',
    titleField: 'name',
    filterTargetKey: 'id',
    logging: true,
    createdBy: true,
    updatedBy: true,
    fields: [
      identifier(),
      text('name', '单位名称', { max: 100, required: true, index: true }),
      select('kind', '单位类别', UNIT_KIND_CHOICES, { required: true, index: true }),
      // room for the spaces that come with copied text; the rule stores the 18 characters
      text('creditCode', '统一社会信用代码', { max: 40, unique: true }),
      text('superior', '隶属单位', { max: 100 }),
      text('partyOrganization', '单位党组织', { max: 100 }),
      ...place('所在区域'),
      text('address', '地址', { max: 255 }),
      ...belongsTo('liaison', 'users', '联络员', { label: 'nickname', onDelete: 'SET NULL' }),
      personName('contactName', '联系人', { personal: 'name' }),
      phone('contactPhone', '联系电话'),
      wholeNumber('memberCount', '在职党员数', { max: 100_000 }),
      hasMany('registrations', 'hxMemberRegistrations', 'unitId', '党员报到', { label: 'personName' }),
    ],
  }),
);
