import {
  belongsTo,
  identifier,
  localized,
  longText,
  multipleSelect,
  place,
  text,
  wholeNumber,
} from '@hongxin/plugin-foundation';
import { defineCollection } from '@nocobase/database';
import { CARE_CHOICES } from './choices';
import { GOVERNANCE } from '../constants';

/** Households a member hub keeps in touch with: five to ten each [seed]. */
export default defineCollection(
  localized(GOVERNANCE, {
    name: 'hxHouseholds',
    title: '联系户',
    titleField: 'doorNumber',
    filterTargetKey: 'id',
    logging: true,
    createdBy: true,
    updatedBy: true,
    fields: [
      identifier(),
      ...belongsTo('organization', 'hxOrganizations', '党员中心户', { required: true }),
      ...place('所在单元'),
      text('doorNumber', '门牌号', { max: 50, personal: 'doorNumber' }),
      text('headName', '户主', { max: 50, personal: 'name' }),
      text('phone', '联系电话', { max: 30, personal: 'phone' }),
      wholeNumber('memberCount', '人口', { max: 100 }),
      multipleSelect('careTags', '关爱对象', CARE_CHOICES),
      longText('note', '备注'),
    ],
  }),
);
