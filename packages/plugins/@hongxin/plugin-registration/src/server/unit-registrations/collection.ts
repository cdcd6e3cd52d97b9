import { defineCollection } from '@nocobase/database';
import {
  belongsTo,
  byServer,
  day,
  identifier,
  localized,
  longText,
  moment,
  multipleSelect,
  personName,
  phone,
  place,
  select,
  stateField,
  text,
  yearOfRecord,
} from '@hongxin/plugin-foundation';
import { CONTRIBUTION_CHOICES, UNIT_LEAVE_REASON_CHOICES } from '../common/choices';
import { REGISTRATION, UNIT_REGISTRATIONS, UNITS } from '../constants';
import { unitRegistration } from './process';

/** A unit's registration with a community or one of its estates (单位报到). */
export default defineCollection(
  localized(REGISTRATION, {
    name: UNIT_REGISTRATIONS,
    title: '单位报到',
    titleField: 'number',
    filterTargetKey: 'id',
    logging: true,
    createdBy: true,
    updatedBy: true,
    fields: [
      identifier(),
      text('number', '报到编号', { max: 50, unique: true, readOnly: true }),
      stateField(unitRegistration),
      yearOfRecord(),
      // what the liaison fills in
      ...belongsTo('unit', UNITS, '报到单位'),
      ...belongsTo('targetArea', 'hxAreas', '拟报到社区或小区'),
      text('serviceTeam', '服务队', { max: 100 }),
      multipleSelect('contributions', '可提供的支持', CONTRIBUTION_CHOICES),
      longText('contributionNote', '支持说明', { max: 500 }),
      personName('contactName', '联系人', { personal: 'name' }),
      phone('contactPhone', '联系电话', { plain: 'draftPhone' }),
      day('registeredOn', '报到日期', { readOnly: true }),
      ...byServer(
        ...belongsTo('owner', 'users', '联络员', { label: 'nickname', onDelete: 'SET NULL' }),
        ...place('报到地'),
        ...belongsTo('organization', 'hxOrganizations', '接收党组织'),
      ),
      longText('communityOpinion', '社区意见', { readOnly: true }),
      text('receiptNumber', '回执号', { max: 50, unique: true, readOnly: true }),
      moment('receiptAt', '回执时间', { readOnly: true }),
      text('receiptToken', '回执验证码', { max: 40, unique: true, readOnly: true }),
      ...byServer(
        ...belongsTo('acceptedBy', 'users', '接收人', { label: 'nickname', onDelete: 'SET NULL' }),
        select('leaveReason', '离册原因', UNIT_LEAVE_REASON_CHOICES, { readOnly: true }),
        ...belongsTo('transferToArea', 'hxAreas', '转往区域'),
        ...belongsTo('transferredFrom', UNIT_REGISTRATIONS, '转自报到', { label: 'number' }),
      ),
    ],
  }),
);
